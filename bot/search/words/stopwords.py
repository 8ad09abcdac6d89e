"""English function words and the small change of asking, which tell nothing about a briefing."""

from __future__ import annotations

_WORDS = frozenset(
    """
    a about above after again against all also although am an and any anybody anyone anything are
    aren't around as at
    be because been before being below between both but by
    can can't cannot could couldn't
    did didn't do does doesn't doing don't done during
    each either else ever every everybody everyone everything
    few for from further
    get gets getting give got
    had hadn't happen happened happening happens has hasn't have haven't having he he'd he'll he's
    her here here's hers herself him himself his how how's however
    i i'd i'll i'm i've if in into is isn't it it's its itself
    just
    know
    let let's like
    many may me might more most much must mustn't my myself
    neither no nobody nor not nothing now
    of off oh ok on once only or other others ought our ours ourselves out over own
    per please
    quite
    rather really
    same say saying says said shall shan't she she'd she'll she's should shouldn't so some somebody
    someone something such
    tell than thank thanks that that's the their theirs them themselves then there there's these
    they they'd they'll they're they've thing things this those though through to too
    under until up upon use used
    very
    want was wasn't we we'd we'll we're we've were weren't what what's whatever when when's where
    where's whether which while who who's whom whose why why's will with without won't would
    wouldn't
    yes yet you you'd you'll you're you've your yours yourself yourselves
    """.split()
)

# Contractions are also typed without their apostrophe, but some of those are words of their own.
_OTHER_WORDS = frozenset("hed hell id ill shed shell wed well".split())
STOP_WORDS = _WORDS | ({word.replace("'", "") for word in _WORDS} - _OTHER_WORDS)
