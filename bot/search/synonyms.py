"""Words that mean nearly the same, as people say a thing and as news puts it: kids, children."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The words of one meaning stand between semicolons, in their bases: stems bring the other forms.
_PEOPLE = """
    child kid youngster; baby infant newborn toddler; teenager teen adolescent youth; boy lad; girl
    schoolgirl; man guy bloke gentleman; woman lady; parent mother father mum mom dad; mother mum
    mom mummy; father dad daddy; wife spouse; husband spouse; spouse partner; brother sibling;
    sister sibling; son child; daughter child; grandmother grandma granny; grandfather grandpa
    grandad; relative family kin; friend pal mate buddy; pensioner retiree elderly senior; elderly
    aged pensioner; resident inhabitant local citizen; citizen national; people folk person; crowd
    throng mob; fan supporter; follower supporter backer; foe enemy adversary rival; ally partner;
    celebrity star; hero heroine; orphan child; refugee migrant asylum displaced; immigrant migrant;
    expat foreigner; tourist holidaymaker traveller visitor; passenger traveller; commuter
    passenger; wedding marriage; marry wed; divorce separate split; pregnant expecting; funeral
    burial; bury inter; grave tomb
"""
_WORK = """
    job work employment; worker employee staff; staff employee personnel; boss chief head leader
    manager; boss employer; chief head leader; chairman chair chairwoman; ceo executive boss chief;
    manager coach; coach trainer manager; hire recruit employ appoint; fire sack dismiss; sack
    dismiss fire oust; layoff redundancy dismissal; salary wage pay earnings; pay salary wage;
    strike walkout stoppage; quit resign; resign quit retire; resignation departure; appoint name
    nominate; union labour; doctor physician medic; nurse caregiver carer; surgeon doctor; lawyer
    attorney solicitor barrister counsel; teacher educator lecturer; professor academic scholar;
    scientist researcher; researcher scholar academic; engineer technician; pilot captain aviator;
    soldier troop; fireman firefighter; police policeman officer cop; cop officer policeman;
    journalist reporter correspondent; author writer novelist; writer poet; artist painter; singer
    musician vocalist; actor actress performer; film movie picture; farmer grower; fisherman angler;
    businessman entrepreneur tycoon magnate; banker financier; judge justice magistrate; priest
    cleric clergyman; spy agent; bodyguard guard; expert specialist; spokesman spokesperson
    spokeswoman; envoy ambassador diplomat emissary; delegate representative envoy; newcomer rookie
"""
_POLITICS = """
    president leader; premier minister chancellor; minister secretary; government cabinet
    administration; regime government; parliament legislature assembly congress; lawmaker
    parliamentarian legislator deputy congressman senator; politician lawmaker statesman; mayor
    councillor; council municipality authority; election vote poll ballot; vote ballot poll
    election; voter electorate; referendum plebiscite; candidate contender nominee; campaign drive;
    party faction; coalition alliance bloc; opposition dissident; dissident activist critic;
    activist campaigner protester; protest demonstration rally unrest; demonstrate protest march;
    protester demonstrator; riot unrest violence; coup putsch overthrow; oust depose topple
    overthrow remove; dictator autocrat strongman tyrant; revolution uprising revolt; uprising
    rebellion revolt; rebel insurgent; insurgent militant; monarch king queen; king monarch; queen
    monarch; throne crown; law legislation act bill; bill legislation; rule regulation; ban prohibit
    forbid outlaw bar; allow permit; approve pass endorse ratify; reject refuse decline dismiss;
    refuse decline reject; veto block; policy strategy; reform overhaul; tax levy duty; tariff duty
    levy; subsidy aid grant; budget spending; sanction penalty embargo; embargo sanction; treaty
    pact accord agreement; deal agreement accord pact; agreement deal accord; talks negotiation
    dialogue discussion; negotiate discuss; negotiation talks; summit meeting conference; meeting
    gathering conference session; gathering meeting assembly summit; conference convention forum
    meeting; visit trip tour; trip journey visit travel; journey voyage trip; host welcome; attend
    participate; boycott shun snub; ambassador envoy diplomat; embassy consulate; ties relations
    relationship; relations ties; border frontier; territory region area; province region; region
    area district; capital city; nation country state; country nation state; homeland motherland;
    independence sovereignty; separatist breakaway secessionist; annex seize; corruption graft
    bribery; bribe kickback; scandal affair; propaganda disinformation; censorship ban
"""
_WAR = """
    war conflict fighting; conflict war fighting; fighting combat battle clash; battle fight combat;
    clash fight skirmish; attack assault strike raid offensive; assault attack offensive; raid
    attack; invasion incursion aggression; invade occupy; occupation annexation; occupy capture
    seize; capture seize; bomb explosive; bombing blast explosion; explosion blast; shell bombard;
    bombardment shelling bombing; missile rocket; rocket missile; drone uav; jet plane aircraft;
    plane aircraft airplane jet airliner; helicopter chopper; tank armour; weapon arms; arms weapon;
    gun firearm weapon rifle pistol; ammunition munition; army military forces; military army; navy
    fleet; troops soldiers forces; truce ceasefire armistice; ceasefire truce; peace truce; withdraw
    retreat pull; retreat withdrawal; siege blockade; blockade siege; hostage captive; prisoner
    detainee inmate captive; nuclear atomic; terrorist militant extremist; terrorism terror; threat
    menace danger; threaten menace; casualty victim; massacre slaughter killing; atrocity massacre;
    genocide extermination; veteran soldier; defend protect guard; surrender capitulate; victory win
    triumph; defeat loss; spy espionage; espionage spying; commander general; mercenary fighter;
    fighter combatant; guerrilla rebel
"""
_CRIME = """
    crime offence felony; criminal offender felon; thief burglar robber; burglar thief intruder;
    robber thief; steal rob loot; rob steal burgle; robbery theft heist burglary; heist theft
    robbery; theft robbery stealing; kill murder slay; murder kill homicide; murderer killer
    assassin; assassinate murder kill; die perish; death fatality kill die dead; dead deceased
    killed; suicide death; injure wound hurt; injury wound; hurt injure wound; victim casualty;
    casualty victim dead killed wounded; kidnap abduct; abduction kidnapping; missing disappeared;
    disappear vanish; arrest detain apprehend; detain arrest hold; jail prison imprison; prison
    jail; imprison jail; sentence jail; convict guilty condemn; conviction verdict; acquit clear
    exonerate; accuse charge allege; charge accuse indict; indictment charge; accusation allegation
    claim; suspect accused; trial court case; court tribunal; lawsuit suit case litigation; sue
    suit; fraud scam swindle; scam fraud con; fraudster swindler conman; smuggle traffic; smuggler
    trafficker; drug narcotic; mafia mob gang mobster; gang mafia cartel; gangster mobster; hack
    breach cyberattack; hacker cybercriminal; investigate probe; investigation probe inquiry
    enquiry; inquiry investigation probe; evidence proof; witness bystander; confess admit;
    blackmail extort; abuse mistreat; assault attack; vandalise damage; flee escape; escape flee;
    fugitive runaway; fine penalty; raid search
"""
_MONEY = """
    money cash funds; cash money; fund finance bankroll; company firm business corporation
    enterprise; firm company; business company; maker manufacturer producer; manufacturer maker
    producer; factory plant; shop store outlet; store shop; supermarket grocery grocer; retailer
    shop store chain; market bazaar; customer client shopper consumer; buyer purchaser; buy purchase
    acquire; purchase buy; sell vend; sale selling; takeover acquisition merger; merge combine;
    merger takeover; bankrupt insolvent bust; bankruptcy insolvency collapse; collapse failure;
    profit earnings gain; earnings profit; loss deficit; revenue income sales turnover; price cost;
    cost price expense; expensive costly pricey; cheap inexpensive affordable; afford pay; debt
    loan; loan credit; lend loan; rent lease; house home; home house residence; housing home
    apartment dwelling; apartment flat; flat apartment; building structure; skyscraper tower;
    landlord owner; owner proprietor; invest investment; investor shareholder; share stock; stock
    share equity; bank lender; economy economic; inflation price; recession slump downturn; downturn
    slump; growth expansion; grow rise increase expand; rise increase climb grow; increase rise
    raise grow; raise increase hike; fall drop decline decrease; drop fall decline; decline fall
    drop; decrease fall drop reduce; reduce cut lower; cut reduce slash; soar surge jump; surge soar
    jump; plunge plummet slump; shortage lack scarcity; export shipment; import shipment; trade
    commerce; car automobile vehicle; automobile car; vehicle car; truck lorry; lorry truck; train
    railway rail; railway rail train; ship vessel boat; boat vessel ship; ferry ship; airline
    carrier; flight plane; airport terminal; road highway motorway; highway motorway road; bridge
    crossing; fuel petrol gasoline; petrol gasoline; gas gasoline; oil petroleum crude; electricity
    power; energy power; outage blackout; blackout outage
"""
_NATURE = """
    earthquake quake tremor; quake earthquake; flood inundation deluge; flooding flood; storm
    tempest hurricane cyclone; hurricane cyclone typhoon storm; tornado twister; blizzard snowstorm;
    snow snowfall; rain rainfall downpour; rainfall rain; drought dry; heatwave heat; wildfire fire
    blaze bushfire; fire blaze; blaze fire; burn char; landslide mudslide; avalanche snowslide;
    eruption erupt; volcano volcanic; disaster catastrophe calamity; catastrophe disaster; rescue
    save; rescuer saviour; evacuate relocate; survivor victim; survive live; destroy demolish ruin;
    damage destroy; weather climate; climate weather; warming climate; pollution contamination;
    contaminate pollute; waste rubbish trash garbage; rubbish waste trash; forest woodland jungle;
    wood forest timber; tree forest; river stream; sea ocean; ocean sea; lake reservoir; beach coast
    shore; coast shore seaside; island isle; mountain peak; hill mountain; desert arid; animal
    creature beast; beast animal; dog canine puppy; cat feline kitten; cattle cow livestock; cow
    cattle; crop harvest; harvest crop; grain wheat cereal; wheat grain; species animal; extinct
    extinction; whale cetacean; bug insect; insect bug; planet world; star sun; moon satellite;
    satellite moon; spacecraft probe craft spaceship; spaceship spacecraft; astronaut cosmonaut;
    rocket launcher; telescope observatory; asteroid meteor; galaxy cosmos; space cosmos; launch
    liftoff; discover find; discovery finding; find discover; fossil remains
"""
_HEALTH = """
    illness disease sickness; disease illness; sick ill; ill sick unwell; ailment illness; hospital
    clinic; clinic hospital; medicine drug medication; medication drug medicine; drug medicine;
    vaccine jab shot inoculation; jab vaccine; vaccinate immunise inoculate; epidemic outbreak
    pandemic; outbreak epidemic; virus bug; infect contract; infection disease; cure treat heal;
    treatment therapy cure; therapy treatment; patient sufferer; surgery operation; operation
    surgery; cancer tumour; tumour cancer; heart cardiac; pain ache; diet nutrition; obesity
    overweight; hunger famine starvation; famine hunger starvation; food meal; meal food dinner;
    drink beverage; beverage drink; smoke tobacco cigarette; cigarette tobacco; alcohol liquor
    booze; poison toxin; toxic poisonous; disabled handicapped; blind sightless; mental
    psychological
"""
_SPORT_AND_ARTS = """
    football soccer; soccer football; match game; game match; player footballer; footballer player;
    runner athlete sprinter; athlete sportsman sportswoman; sprinter runner; race run; team side
    squad; club team; cup trophy; trophy cup title; title championship crown; championship title;
    champion winner titleholder; winner champion victor; win triumph prevail; beat defeat; defeat
    beat; lose defeat; tie draw; draw tie; score goal; goal score; tournament competition contest;
    contest competition; competition contest tournament; final decider; record best; stadium arena
    venue; arena stadium; referee umpire; injury fitness; transfer signing; olympics games; medal
    gold silver bronze; swim swimmer; cyclist rider; driver racer; boxer fighter; award prize
    honour; prize award; honour award; book novel; novel book; poem poetry; song track single; album
    record; concert gig show; gig concert; show exhibition programme; exhibition show exhibit;
    museum gallery; gallery museum; painting picture artwork; artwork painting; picture photo image;
    photograph picture photo; photo picture photograph; sculpture statue; statue monument sculpture;
    theatre stage; play drama; comedy funny; premiere debut; debut premiere; director filmmaker;
    filmmaker director; audience viewer spectator; spectator viewer fan; festival celebration;
    celebrate mark; anniversary commemoration; treasure hoard; fashion style
"""
_SCHOOL_AND_TECHNOLOGY = """
    school classroom academy; classroom school class; pupil student schoolchild; student pupil
    undergraduate; university college campus; college university; exam test examination; test exam
    trial; lesson class; degree diploma; scholarship grant; study research survey; research study;
    survey poll study; report study; experiment trial test; computer laptop pc; phone smartphone
    mobile handset; smartphone phone; mobile phone; app application software; software program app;
    internet web online; web internet; website site page; network system; robot android machine;
    machine device; device gadget machine; gadget device; chip semiconductor processor;
    semiconductor chip; battery cell; camera lens; data information; information data; password
    credential; crash accident collision; accident crash; collision crash; glitch fault bug error;
    error mistake; mistake error; invent create; invention innovation; patent invention
"""
_DEEDS = """
    say tell state declare; announce declare unveil; declare announce; reveal disclose show;
    disclose reveal; deny reject refute; claim allege assert; warn caution alert; warning alert
    caution; criticise condemn blame slam denounce; condemn denounce criticise; denounce condemn
    criticise; slam criticise; blame accuse; praise commend hail laud; hail praise; mock ridicule
    deride; ridicule mock; insult offend; compare liken; liken compare; urge call; demand call
    request; request ask demand; ask request; promise pledge vow; pledge promise vow; vow pledge
    promise; apologise sorry; thank grateful; argue dispute; dispute row quarrel argument; row
    dispute; disagreement dispute; agree accept; accept agree; support back endorse; back support;
    help aid assist; aid help assistance; assistance help aid; oppose resist; begin start commence;
    start begin launch; launch start begin; end finish conclude; finish end; stop halt end cease;
    halt stop; continue proceed; delay postpone; postpone delay; cancel scrap; scrap cancel; close
    shut; shut close; closure shutdown; open inaugurate; build construct erect; construction
    building; repair fix mend; fix repair; make produce create; create make establish; establish
    found; found establish; show display; hide conceal; try attempt; attempt try bid; fail collapse;
    succeed achieve; achieve reach; reach attain; choose pick select elect; pick choose select;
    select choose; decide choose; decision ruling; ruling decision judgment; verdict ruling; plan
    proposal scheme; proposal plan; scheme plan project; project scheme plan; suggest propose;
    propose suggest; offer propose; give donate; donate give; donation gift; gift present; get
    obtain receive; receive get; obtain get; send dispatch; arrive come; leave depart exit; depart
    leave; departure exit; return comeback; travel fly; meet encounter; speak talk; talk speak;
    speech address remark; address speech; remark comment; comment remark; statement remark
    declaration; happen occur; occur happen; cause trigger; trigger cause; lead head; head lead;
    fight combat battle; improve better boost; boost increase raise; worsen deteriorate; strengthen
    reinforce bolster; weaken undermine; undermine weaken; expand enlarge; limit restrict curb;
    restrict limit curb; restriction limit curb; curb limit; protect safeguard; prevent stop avert;
    avoid evade; ignore disregard; mention cite; describe depict call; explain clarify; believe
    think; think believe; want wish; hope expect; expect anticipate; fear worry concern; worry
    concern fear; concern worry; angry furious; anger fury outrage; happy glad pleased; sad unhappy;
    famous renowned celebrated; rich wealthy; wealthy rich; wealth fortune; poor impoverished;
    poverty poor; big large huge; large big huge; huge enormous giant massive; small little tiny;
    old ancient elderly; ancient old; young youthful; new fresh; former ex; main chief key;
    important key crucial; difficult hard tough; easy simple; dangerous hazardous risky; danger risk
    threat; risk danger; safe secure; safety security; quick fast rapid; fast rapid quick; strong
    powerful; powerful strong; weak feeble; wrong incorrect; illegal unlawful illicit; legal lawful;
    secret covert clandestine; alone solo; together jointly; joint common shared; global worldwide
    international; worldwide global; foreign overseas; abroad overseas; near close; nearby near;
    annual yearly; reason cause; result outcome; outcome result; effect impact; impact effect;
    problem issue difficulty; crisis emergency; emergency crisis; chance opportunity; goal aim
    target; aim goal target; target aim; part portion; amount sum; number figure; group bunch; root
    cause; anniversary birthday; nearly almost; view opinion; opinion view; idea notion; notion
    idea; rumour gossip; news report; lie falsehood untruth; truth fact; lying lie
"""
_FIELDS = (
    _PEOPLE, _WORK, _POLITICS, _WAR, _CRIME, _MONEY, _NATURE, _HEALTH, _SPORT_AND_ARTS,
    _SCHOOL_AND_TECHNOLOGY, _DEEDS,
)  # fmt: skip


def synonyms_by_stem(stem: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Return for each ``stem`` of a word the words that mean nearly the same."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for meaning in ";".join(_FIELDS).split(";"):
        words = meaning.split()
        for each in words:
            found[stem(each)].update({other: None for other in words if other != each})
    return {each: tuple(others) for each, others in found.items()}
