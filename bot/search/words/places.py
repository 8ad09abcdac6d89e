"""Cities and regions of countries: what happens in Porto happens in Portugal.

Left out are names that are as often a person's, another country's or a word of their own: Nice,
Jackson, Granada. Capitals have a table of their own.
"""

from __future__ import annotations

from functools import cache

from bot.search.words.listed import listed

_PLACES = """
Afghanistan: Kandahar, Herat, Jalalabad, Kunduz, Ghazni, Helmand, Mazar-i-Sharif, Panjshir; Albania:
Durres, Vlore, Shkoder; Algeria: Oran, Annaba, Setif; Angola: Huambo, Lobito, Benguela, Cabinda;
Argentina: Rosario, Mendoza, Tucuman, Patagonia, Ushuaia, Bariloche, Mar del Plata; Armenia: Gyumri,
Vanadzor; Australia: Sydney, Melbourne, Brisbane, Adelaide, Perth, Hobart, Queensland, Tasmania, New
South Wales, Gold Coast, Alice Springs; Austria: Salzburg, Graz, Innsbruck, Linz, Tyrol, Carinthia;
Azerbaijan: Ganja, Nakhchivan, Sumgait; Bangladesh: Chittagong, Sylhet, Khulna, Rajshahi, Cox's
Bazar; Belarus: Gomel, Grodno, Mogilev, Vitebsk; Belgium: Antwerp, Ghent, Bruges, Liege, Charleroi,
Leuven, Flanders, Wallonia; Bolivia: La Paz, Cochabamba, Potosi, El Alto; Bosnia: Mostar, Tuzla,
Banja Luka, Srebrenica; Brazil: Sao Paulo, Rio de Janeiro, Fortaleza, Recife, Manaus, Curitiba, Belo
Horizonte, Porto Alegre, Amazonas, Minas Gerais; Britain: Manchester, Liverpool, Birmingham, Leeds,
Sheffield, Bristol, Newcastle, Nottingham, Edinburgh, Glasgow, Aberdeen, Dundee, Cardiff, Swansea,
Belfast, Southampton, Plymouth, Norwich, Scotland, Wales, England, Northern Ireland, Yorkshire,
Cornwall, Essex; Bulgaria: Plovdiv, Varna, Burgas, Ruse; Cambodia: Siem Reap, Battambang,
Sihanoukville; Cameroon: Douala, Bamenda, Garoua; Canada: Toronto, Montreal, Vancouver, Calgary,
Edmonton, Winnipeg, Quebec, Ontario, Alberta, Manitoba, Saskatchewan, Nova Scotia, British Columbia,
Newfoundland; Chile: Valparaiso, Concepcion, Antofagasta, Atacama, Temuco; China: Shanghai,
Guangzhou, Shenzhen, Wuhan, Chengdu, Chongqing, Tianjin, Nanjing, Hangzhou, Xian, Harbin, Xinjiang,
Tibet, Sichuan, Guangdong, Yunnan, Hubei, Henan, Hebei, Shanxi, Shandong, Hainan, Urumqi, Lhasa;
Colombia: Medellin, Cali, Barranquilla, Cartagena, Bucaramanga, Cucuta, Antioquia; Congo: Goma,
Bukavu, Lubumbashi, Kisangani, Kivu, Ituri, Katanga; Croatia: Dubrovnik, Rijeka, Osijek, Zadar,
Dalmatia, Istria; Cuba: Guantanamo, Camaguey, Varadero; Cyprus: Limassol, Larnaca, Paphos,
Famagusta; Czechia: Brno, Ostrava, Plzen, Olomouc, Moravia, Bohemia; Denmark: Aarhus, Odense,
Aalborg, Jutland, Zealand, Bornholm; Ecuador: Guayaquil, Cuenca, Esmeraldas, Manta, Galapagos;
Egypt: Alexandria, Giza, Luxor, Aswan, Sinai, Suez, Port Said, Hurghada, Sharm el-Sheikh, Saqqara;
Estonia: Tartu, Narva, Parnu; Ethiopia: Tigray, Amhara, Oromia, Mekelle, Gondar, Lalibela; Finland:
Tampere, Turku, Oulu, Espoo, Lapland, Rovaniemi; France: Marseille, Lyon, Toulouse, Bordeaux, Lille,
Nantes, Strasbourg, Rennes, Grenoble, Montpellier, Calais, Cannes, Normandy, Brittany, Provence,
Alsace, Corsica, Burgundy; Georgia: Batumi, Kutaisi, Gori, Adjara, Abkhazia, South Ossetia; Germany:
Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Dusseldorf, Leipzig, Dresden, Bremen, Hanover,
Nuremberg, Dortmund, Essen, Bonn, Rostock, Kiel, Bavaria, Saxony, Hesse, Thuringia, Brandenburg,
Saarland; Ghana: Kumasi, Tamale, Ashanti; Greece: Thessaloniki, Patras, Crete, Evia, Rhodes, Lesbos,
Corfu, Santorini, Mykonos, Piraeus, Thessaly, Heraklion, Attica, Samos, Peloponnese; Guatemala:
Quetzaltenango; Haiti: Port-au-Prince, Cap-Haitien, Gonaives, Cite Soleil; Honduras: San Pedro Sula,
La Ceiba; Hungary: Debrecen, Szeged, Pecs, Gyor, Miskolc; Iceland: Grindavik, Akureyri, Keflavik;
India: Mumbai, Kolkata, Chennai, Bengaluru, Hyderabad, Ahmedabad, Pune, Jaipur, Lucknow, Kanpur,
Nagpur, Varanasi, Amritsar, Surat, Bhopal, Patna, Kochi, Goa, Gujarat, Kerala, Maharashtra,
Rajasthan, Bihar, Assam, Manipur, Karnataka, Odisha, Telangana, Uttarakhand, Haryana, Jharkhand,
Ladakh, Tamil Nadu, Uttar Pradesh, Madhya Pradesh, Andhra Pradesh, West Bengal; Indonesia: Surabaya,
Bandung, Medan, Bali, Sumatra, Sulawesi, Aceh, Lombok, Yogyakarta, Kalimantan; Iran: Isfahan,
Shiraz, Tabriz, Mashhad, Qom, Bushehr, Natanz, Fordow, Bandar Abbas, Kerman, Khuzestan; Iraq: Basra,
Mosul, Erbil, Kirkuk, Najaf, Karbala, Fallujah, Sulaymaniyah, Anbar; Ireland: Galway, Limerick,
Waterford, Kilkenny, Donegal, Connemara, County Kerry; Israel: Tel Aviv, Haifa, Beersheba, Ashkelon,
Ashdod, Eilat, Sderot, Galilee, Negev; Italy: Milan, Naples, Turin, Venice, Bologna, Palermo, Genoa,
Verona, Bari, Catania, Trieste, Sicily, Sardinia, Tuscany, Lombardy, Lampedusa, Calabria, Veneto,
Puglia; Ivory Coast: Abidjan, Bouake, Yamoussoukro; Japan: Osaka, Kyoto, Hiroshima, Nagasaki,
Nagoya, Sapporo, Fukuoka, Kobe, Yokohama, Sendai, Fukushima, Okinawa, Hokkaido, Honshu, Kyushu,
Shikoku, Niigata, Ishikawa, Nara; Jordan: Aqaba, Zarqa, Irbid; Kazakhstan: Almaty, Karaganda,
Shymkent, Aktau, Baikonur; Kenya: Mombasa, Kisumu, Nakuru, Eldoret, Turkana, Garissa, Tsavo, Lamu;
Kosovo: Prizren, Mitrovica, Peja; Kyrgyzstan: Osh, Karakol; Laos: Luang Prabang, Vang Vieng; Latvia:
Daugavpils, Liepaja, Jurmala; Lebanon: Sidon, Baalbek, Bekaa, Nabatieh; Libya: Benghazi, Misrata,
Derna, Sirte, Tobruk, Cyrenaica; Lithuania: Kaunas, Klaipeda, Siauliai; Malaysia: Penang, Johor,
Sabah, Sarawak, Malacca, Putrajaya, Kelantan; Mali: Timbuktu, Gao, Kidal, Mopti; Mexico:
Guadalajara, Monterrey, Tijuana, Cancun, Acapulco, Oaxaca, Puebla, Veracruz, Sinaloa, Chiapas,
Jalisco, Yucatan, Chihuahua, Michoacan, Ciudad Juarez; Moldova: Tiraspol, Balti, Gagauzia,
Transnistria; Montenegro: Kotor, Budva, Cetinje; Morocco: Casablanca, Marrakesh, Fez, Tangier,
Agadir, Meknes, Atlas Mountains; Mozambique: Beira, Nampula, Pemba, Cabo Delgado; Myanmar: Yangon,
Mandalay, Rakhine, Shan State, Kachin, Sagaing; Nepal: Pokhara, Lumbini, Everest; Netherlands:
Rotterdam, Utrecht, Eindhoven, Groningen, Maastricht, Arnhem, Zeeland,
Friesland; New Zealand: Auckland, Christchurch, Dunedin, Hamilton, Queenstown, Waikato; Nigeria:
Lagos, Kano, Ibadan, Kaduna, Port Harcourt, Maiduguri, Borno, Enugu, Benin City, Biafra, Zamfara;
North Korea: Kaesong, Yongbyon, Wonsan, Punggye-ri; Norway: Bergen, Trondheim, Stavanger, Tromso,
Svalbard, Kristiansand, Lofoten, Finnmark, Narvik; Pakistan: Karachi, Lahore, Rawalpindi, Peshawar,
Quetta, Faisalabad, Multan, Balochistan, Sindh, Khyber Pakhtunkhwa, Swat; Palestinian: Gaza, West
Bank, Hebron, Jenin, Nablus, Rafah, Khan Younis, Bethlehem, Jericho; Peru: Cusco, Arequipa,
Trujillo, Iquitos, Machu Picchu, Callao, Puno; Philippines: Cebu, Davao, Mindanao, Luzon, Quezon
City, Palawan, Visayas, Marawi; Poland: Krakow, Gdansk, Wroclaw, Poznan, Lodz, Lublin, Katowice,
Szczecin, Silesia, Rzeszow, Bialystok; Portugal: Porto, Braga, Coimbra, Madeira, Azores, Algarve;
Romania: Cluj, Timisoara, Iasi, Constanta, Brasov, Transylvania, Sibiu; Russia: Saint Petersburg,
Novosibirsk, Yekaterinburg, Kazan, Sochi, Vladivostok, Kursk, Belgorod, Rostov, Volgograd,
Kaliningrad, Chechnya, Grozny, Dagestan, Siberia, Samara, Omsk, Murmansk, Krasnodar, Bryansk,
Tatarstan, Kamchatka, Yakutia, Sakhalin; Rwanda: Gisenyi, Butare; Saudi Arabia: Jeddah, Mecca,
Medina, Dammam, Neom, Dhahran; Senegal: Thies, Ziguinchor, Casamance; Serbia: Novi Sad, Nis,
Kragujevac, Vojvodina; Slovakia: Kosice, Presov, Zilina; Slovenia: Maribor, Koper, Celje; Somalia:
Kismayo, Puntland, Somaliland, Baidoa, Hargeisa; South Africa: Johannesburg, Cape Town, Durban,
Soweto, Bloemfontein, Port Elizabeth, KwaZulu-Natal, Gauteng, Limpopo, Mpumalanga; South Korea:
Busan, Incheon, Daegu, Gwangju, Jeju, Pyeongchang, Ulsan, Daejeon, Gangwon; South Sudan: Malakal,
Bentiu, Jonglei; Spain: Barcelona, Valencia, Seville, Malaga, Bilbao, Zaragoza, Alicante, Murcia,
Catalonia, Andalusia, Galicia, Basque Country, Castile, Mallorca, Majorca, Ibiza, Tenerife, Canary
Islands, La Palma, Pamplona, Ceuta, Melilla, Jerez; Sri Lanka: Kandy, Galle, Jaffna, Trincomalee;
Sudan: Omdurman, Port Sudan, Darfur, El Fasher, El Obeid, Kordofan, Nyala, Gezira; Sweden:
Gothenburg, Malmo, Uppsala, Gotland, Kiruna, Orebro, Linkoping; Switzerland: Geneva, Zurich, Basel,
Lausanne, Lucerne, Davos, Lugano, Zermatt, St. Gallen, Ticino, Valais; Syria: Aleppo, Homs, Idlib,
Latakia, Raqqa, Hama, Daraa, Palmyra, Deir ez-Zor, Sweida; Taiwan: Kaohsiung, Taichung, Tainan,
Hualien, Hsinchu, Kinmen; Tajikistan: Khujand, Khorog; Tanzania: Dar es Salaam, Zanzibar, Arusha,
Mwanza, Serengeti, Kilimanjaro; Thailand: Phuket, Chiang Mai, Pattaya, Ayutthaya, Hat Yai; Tunisia:
Sfax, Sousse, Kairouan, Bizerte, Djerba; Turkey: Istanbul, Izmir, Antalya, Bursa, Adana, Gaziantep,
Diyarbakir, Trabzon, Konya, Hatay, Malatya, Kahramanmaras, Anatolia, Cappadocia; Uganda: Entebbe,
Gulu, Jinja; Ukraine: Kharkiv, Odesa, Lviv, Dnipro, Zaporizhzhia, Mariupol, Kherson, Donetsk,
Luhansk, Mykolaiv, Chernihiv, Sumy, Bakhmut, Avdiivka, Pokrovsk, Kramatorsk, Donbas, Crimea,
Sevastopol, Chernobyl, Kryvyi Rih, Poltava, Vinnytsia, Zhytomyr, Uzhhorod; United Arab Emirates:
Dubai, Sharjah, Ajman, Fujairah; United States: New York, Los Angeles, Chicago, Philadelphia, San
Francisco, San Diego, Seattle, Boston, Denver, Detroit, Miami, Atlanta, Minneapolis, Las Vegas, New
Orleans, Baltimore, Milwaukee, Cleveland, Pittsburgh, Honolulu, Anchorage, Tulsa, California, Texas,
Florida, Ohio, Pennsylvania, Illinois, Michigan, Arizona, Nevada, Colorado, Oregon, Minnesota,
Wisconsin, Alabama, Louisiana, Kentucky, Tennessee, Missouri, Oklahoma, Kansas, Nebraska, Utah,
Montana, Wyoming, Idaho, Hawaii, Alaska, Maine, Vermont, Massachusetts, Connecticut, Maryland, Iowa,
New Mexico, New Jersey, North Carolina, South Carolina, New Hampshire, Manhattan, Brooklyn,
Hollywood, Silicon Valley, Maui; Uruguay: Punta del Este; Uzbekistan: Samarkand, Bukhara,
Karakalpakstan, Fergana; Venezuela: Maracaibo, Barquisimeto, Zulia; Vietnam: Ho Chi Minh City,
Danang, Hue, Haiphong, Mekong Delta, Hoi An, Nha Trang; Yemen: Aden, Hodeidah, Taiz, Marib,
Hadhramaut, Socotra; Zambia: Ndola, Kitwe, Livingstone; Zimbabwe: Bulawayo, Mutare, Victoria Falls
"""
_SAME = {
    "uk": "britain", "united kingdom": "britain", "great britain": "britain", "us": "united states",
    "usa": "united states", "america": "united states", "uae": "united arab emirates",
    "drc": "congo", "czech republic": "czechia", "palestine": "palestinian", "burma": "myanmar",
    "holland": "netherlands",
}  # fmt: skip


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return listed(_PLACES)


def places_of(country: str) -> tuple[str, ...]:
    """Return cities and regions of a folded ``country``, as English writes them; none of others."""
    return _table().get(_SAME.get(country, country), ())


def is_place(word: str) -> bool:
    """Tell whether a folded word is the name of a city or a region by itself: "herat"."""
    return word in _of_one_word()


@cache
def _of_one_word() -> frozenset[str]:
    return frozenset(place.lower() for places in _table().values() for place in places)
