"""Months, days and what else names a time in German, French, Spanish and Russian.

The tables are like those of `bot.search.languages.tongues`; only months and days of the week have
a capital.
"""

from __future__ import annotations

_GERMAN = """
    January: januar janner; February: februar; March: marz; April: april; May: mai; June: juni;
    July: juli; August: august; September: september; October: oktober; November: november;
    December: dezember; Monday: montag; Tuesday: dienstag; Wednesday: mittwoch; Thursday:
    donnerstag; Friday: freitag; Saturday: samstag sonnabend; Sunday: sonntag; yesterday: gestern;
    the day before yesterday: vorgestern; tomorrow: morgen; this morning: heute+morgen; tonight:
    heute+abend heute+nacht; last night: gestern+abend; day: tag; days: tage tagen; week: woche;
    weeks: wochen; month: monat; months: monate monaten; year: jahr; years: jahre jahren; weekend:
    wochenende; last: letzte letzten letzter letztem letztes vergangene vergangenen vergangener
    vergangenem vergangenes vorige voriger vorigen voriges; next: nachste nachsten nachster nachstem
    nachstes kommende kommenden kommender kommendes; this: diesem diesen; until: bis bis+zum; last
    two weeks: letzten+zwei+wochen; last two days: letzten+zwei+tagen; last three days:
    letzten+drei+tagen; last two months: letzten+zwei+monaten
"""
_FRENCH = """
    January: janvier; February: fevrier; March: mars; April: avril; May: mai; June: juin; July:
    juillet; August: aout; September: septembre; October: octobre; November: novembre; December:
    decembre; Monday: lundi; Tuesday: mardi; Wednesday: mercredi; Thursday: jeudi; Friday: vendredi;
    Saturday: samedi; Sunday: dimanche; yesterday: hier; the day before yesterday: avant+hier;
    tomorrow: demain; this morning: ce+matin; tonight: ce+soir; last night: hier+soir; last week:
    semaine+derniere semaine+passee; last month: mois+dernier mois+passe; last year: annee+derniere
    an+dernier annee+passee; last weekend: week+end+dernier; last days: derniers+jours; last weeks:
    dernieres+semaines; last months: derniers+mois; this week: cette+semaine; this month: ce+mois
    ce+mois+ci; this year: cette+annee; this weekend: ce+week+end; next week: semaine+prochaine;
    until: jusqu+a jusqu+au jusqu+en; next month: mois+prochain; next year: annee+prochaine; last
    two weeks: deux+dernieres+semaines; last two days: deux+derniers+jours; last three days:
    trois+derniers+jours; last two months: deux+derniers+mois
"""
_SPANISH = """
    January: enero; February: febrero; March: marzo; April: abril; May: mayo; June: junio; July:
    julio; August: agosto; September: septiembre setiembre; October: octubre; November: noviembre;
    December: diciembre; Monday: lunes; Tuesday: martes; Wednesday: miercoles; Thursday: jueves;
    Friday: viernes; Saturday: sabado; Sunday: domingo; yesterday: ayer; the day before yesterday:
    anteayer; tomorrow: manana; this morning: esta+manana; tonight: esta+noche; last night: anoche;
    last week: semana+pasada ultima+semana; last month: mes+pasado ultimo+mes; last year: ano+pasado
    ultimo+ano; last weekend: fin+de+semana+pasado; last days: ultimos+dias; last weeks:
    ultimas+semanas; last months: ultimos+meses; this week: esta+semana; this month: este+mes; this
    year: este+ano; this weekend: este+fin+de+semana; next week: proxima+semana semana+que+viene
    semana+proxima; next month: proximo+mes mes+que+viene; next year: proximo+ano ano+que+viene;
    since: desde+el; since yesterday: desde+ayer; until: hasta hasta+el; last two weeks:
    ultimas+dos+semanas dos+ultimas+semanas; last two days: ultimos+dos+dias dos+ultimos+dias; last
    three days: ultimos+tres+dias tres+ultimos+dias; last two months: ultimos+dos+meses
"""
_RUSSIAN = """
    January: январь января январе январем; February: февраль февраля феврале февралем; March: март
    марта марте мартом; April: апрель апреля апреле апрелем; May: май мая мае маем; June: июнь июня
    июне июнем; July: июль июля июле июлем; August: август августа августе августом; September:
    сентябрь сентября сентябре сентябрем; October: октябрь октября октябре октябрем; November:
    ноябрь ноября ноябре ноябрем; December: декабрь декабря декабре декабрем; Monday: понедельник
    понедельника понедельником; Tuesday: вторник вторника вторником; Wednesday: среда среду среды
    средой; Thursday: четверг четверга четвергом; Friday: пятница пятницу пятницы пятницей;
    Saturday: суббота субботу субботы субботой; Sunday: воскресенье воскресенья воскресеньем;
    yesterday: вчера вчерашние; the day before yesterday: позавчера; tomorrow: завтра; this morning:
    сегодня+утром; tonight: сегодня+вечером; last night: вчера+вечером; last week: прошлой+неделе
    прошлую+неделю прошлой+недели последнюю+неделю; last month: прошлом+месяце прошлый+месяц
    прошлого+месяца последний+месяц; last year: прошлом+году прошлый+год прошлого+года
    последний+год; last weekend: прошлых+выходных прошлые+выходные; last days: последние+дни
    последних+дней; last weeks: последние+недели; last months: последние+месяцы; this week:
    этой+неделе эту+неделю этой+недели; this month: этом+месяце этот+месяц этого+месяца; this year:
    этом+году этот+год этого+года; this weekend: эти+выходные этих+выходных; next week:
    следующей+неделе следующую+неделю; next month: следующем+месяце; next year: следующем+году;
    year: год; : года году; last two weeks: последние+две+недели; last two days: последние+два+дня;
    last three days: последние+три+дня; last two months: последние+два+месяца; past day: за+день
    за+сутки; past week: за+неделю; past month: за+месяц; past year: за+год
"""
TIMES = {"de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "ru": _RUSSIAN}
LINKS = {
    "de": "early: anfang; mid: mitte; late: ende; after: nach nach+dem; before: vor+dem",
    "es": "in: en; since: desde; on: el; since: desde+el; early: principios+de; mid: mediados+de;"
    " late: finales+de; before: antes+de antes+del; after: despues+de despues+del tras tras+el",
    "fr": "in: en; since: depuis; on: le; since: depuis+le; early: debut; mid: mi; late: fin;"
    " before: avant avant+le; after: apres apres+le",
    "ru": "since: с со с+начала; early: начале; mid: середине; late: конце; until: до",
}
"""What makes a time of a month or day right after it, and elsewhere tells something else."""
PARTS_OF_DAY = {
    "de": "morning: morgen morgens fruh vormittag; noon: mittag; afternoon: nachmittag; evening:"
    " abend abends; night: nacht nachts",
    "es": "morning: por+la+manana; noon: a+mediodia al+mediodia; afternoon: por+la+tarde tarde;"
    " evening: por+la+noche noche",
    "fr": "morning: matin au+matin; noon: midi a+midi; afternoon: apres+midi; night: nuit;"
    " evening: soir au+soir",
    "ru": "morning: утром; afternoon: днем; evening: вечером; night: ночью",
}
"""What may follow the name of a day, in German in the same word: "Freitagabend"."""
TODAY = {"de": "heute", "es": "hoy", "fr": "aujourd+hui", "ru": "сегодня"}
BEFORE_DAY = {
    "de": "after: nach nach+dem",
    "es": "on the: el; of the: del; before the: antes+del; after the: despues+del tras+el",
    "fr": "on the: le; of the: du; before the: avant+le; after the: apres+le",
    "ru": "since: с со; until: до",
}
"""What makes a day of a number with which the question ends: "le 12"."""
BEFORE_DATE = {
    "de": "after: nach nach+dem",
    "es": "before: antes+del; after: despues+del tras+el",
    "fr": "before: avant+le; after: apres+le",
    "ru": "since: с со; until: до",
}
"""What makes a time of a number and a month after it, and elsewhere tells something else."""
AFTER_DAY = {"ru": ": го; of the month: числа число"}
"""What makes a day of a number before it."""
