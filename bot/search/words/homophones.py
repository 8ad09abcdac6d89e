"""Words that sound the same and are often written for each other: flour and flower."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.search.words.inflecting import spelt_bases

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUPS = """
    accept except; affect effect; aid aide; aisle isle; allude elude; altar alter; ascent assent;
    bail bale; bald balled; ball bawl; bare bear; baron barren; base bass; beach beech; beat beet;
    berry bury; berth birth; board bored; boarder border; bolder boulder; bough bow; boy buoy;
    brake break; breach breech; bread bred; bridal bridle; broach brooch; cannon canon; canvas
    canvass; capital capitol; carat carrot; cast caste; cede seed; ceiling sealing; cell sell;
    censor sensor; cereal serial; chased chaste; chord cord; cite sight site; coarse course;
    colonel kernel; complement compliment; coop coup coupe; core corps; council counsel; councillor
    counsellor; creak creek; cruise crews; currant current; cygnet signet; dear deer; decent descent
    dissent; desert dessert; device devise; die dye; discreet discrete; draft draught; dual duel;
    elicit illicit; emigrate immigrate; ensure insure; fair fare; faze phase; feat feet; fir fur;
    flair flare; flea flee; flour flower; flu flew flue; formally formerly; forth fourth; foul fowl;
    gait gate; gamble gambol; genes jeans; gorilla guerrilla guerilla; grate great; grave gravel;
    grease greece; guessed guest; hail hale; hair hare; hall haul; hanger hangar; heal heel; hear
    here; heard herd; heir air; heroin heroine; him hymn; hoard horde; hoarse horse; hole whole;
    idle idol; incite insight; jewel joule; key quay; knight night; knot not; lead led; leak leek;
    lessen lesson; levee levy; liar lyre; lightening lightning; loan lone; loose lose; made maid;
    mail male; main mane; mantel mantle; marshal martial; mask masque; mayor mare; meat meet; medal
    meddle metal mettle; miner minor; moose mousse; morning mourning; muscle mussel; naval navel;
    oar ore; overdo overdue; pail pale; pain pane; pair pear; palate palette pallet; passed past;
    patience patients; pause paws; peace piece; peak peek pique; peal peel; pedal peddle; pier peer;
    plain plane; pleas please; plum plumb; pole poll; poor pour; pore pour; precede proceed;
    precedent president; presence presents; pray prey; principal principle; profit prophet; rain
    reign rein; raise raze; rap wrap; read reed; real reel; reek wreak; residence residents; rest
    wrest; retch wretch; right rite write; ring wring; road rode; roe row; role roll; root route;
    sail sale; scene seen; sea see; seam seem; sew sow; shear sheer; shoe shoo; shore sure; sink
    sync; slay sleigh; sleight slight; soar sore; sole soul; son sun; spade spayed; stair stare;
    stake steak; stalk stork; stationary stationery; steal steel; storey story; straight strait;
    suite sweet; surf serf; sword soared; symbol cymbal; tacks tax; tail tale; taught taut; team
    teem; tear tier; tern turn; their there; throne thrown; tic tick; tide tied; timber timbre;
    toad towed; tow toe; troop troupe; vain vane vein; vale veil; vial vile; waist waste; wait
    weight; waive wave; war wore; ware wear; warrantee warranty; way weigh; weak week; weather
    whether; whale wail; wine whine; wood would; wrote rote; yoke yolk
"""


def homophones(word: str) -> tuple[str, ...]:
    """Return the words that a folded ``word`` in any form may have been heard as."""
    found = (_listed().get(base, ()) for base in spelt_bases(word))
    return tuple(dict.fromkeys(other for others in found for other in others))


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in _GROUPS.split(";"):
        words = group.split()
        for each in words:
            others = (other for other in words if other != each)
            found[each] = (*found.get(each, ()), *others)
    return found
