"""Given names as English news has them most, to tell a person where nobody types capitals."""

from __future__ import annotations

# The commonest by census and in the news of the last decades, but none that are words besides
# ("mark", "rose", "grant"), places ("paris", "chelsea") or months ("april").
GIVEN_NAMES = frozenset(
    """
    aaron abigail adam adele adrian ahmed aisha alan albert alejandro alex alexander alexandra
    alexei ali alice alicia alison amanda amir amy ana anastasia andre andrea andreas andrei
    andrew andy angela angelina anita ann anna anne annie anthony antonio arnold arthur ashley
    barbara ben benedict benjamin bernard beth betty beyonce billie boris bradley brenda brian
    britney bruce camilla carla carlos carol caroline catherine cecilia charles charlie
    charlotte chloe chris christina christine christopher claire clara claudia colin craig
    cristiano cynthia daniel daniela david deborah denise dennis derek diana diego dmitry donald
    donna doris dorothy dua dwayne edward eileen elaine eleanor elena elizabeth ella ellen elon
    elsa elton emily emma emmanuel eric erik eva evelyn ewan felix fernando fiona frances
    francesca francis fred frederick gabriel gareth gary gavin geoffrey georgina gerald gillian
    giorgia giulia greg gregory greta gwyneth hannah hans harriet heather heidi helen helena
    henry hillary hugh hugo ian igor imran ingrid irina isaac isabel isabella ivan ivanka jacob
    jacqueline jake james jamie jane janet jason javier jeff jeffrey jennifer jenny jeremy jerry
    jessica jill jim jimmy joan joanna joe joel john johnny jonathan jorge jose joseph joshua
    juan judith judy julia julian julie justin kanye karen karl kate katherine kathleen kathryn
    katie kelly kendrick kenneth kevin khaled kimberly kirsten kristen kylian kylie larry laura
    lauren laurence leo leonard leonardo liam lily linda lionel lisa liz louise lucas lucy luis
    luke magdalena margaret maria marie marilyn mario martha martin mary matt matthew maurice
    megan meghan melanie melissa michael michelle miguel mikhail miley mohamed mohammed monica
    muhammad nancy naomi natalie natasha nathan neil nicholas nicola nicole nigel nikita nina
    noah novak oleg olga oliver olivia omar oprah otto owen pamela patricia patrick paul paula
    pedro peter petra philip phoebe pierre piers rachel rafael ralph raymond rebecca rhys
    ricardo richard robert roberta rodrigo roger ronald rory rosemary ross roy rupert russell
    ruth ryan sabrina sally samantha samuel sandra sarah scarlett scott sean selena serena
    sergei sharon sheila shirley simon simone sofia sophia sophie stefan stephanie stephen steve
    steven stuart susan suzanne svetlana sylvia tamara taylor teresa thomas tiffany timothy tina
    tom tommy tony tracy ursula valentina valerie vanessa veronica vincent vladimir walter wendy
    william xavier yasmin yusuf yvonne zachary zendaya zoe
    """.split()
)

COUNTRIES_TOO = frozenset("chad cuba jordan".split())
"""Countries whose names are given ones as well: "Jordan Spieth". Georgia is a state besides."""
