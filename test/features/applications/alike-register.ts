/** The accounts of a municipality on one platform, `handle | unit | purpose`; no two of them are alike. */
export const REGISTER = `
  sundsvallskommun | Kommunikationsavdelningen | Nyheter, störningar och svar på frågor till kommunen.
  jobbaisundsvall | HR | Lediga jobb och medarbetare som berättar om sitt arbete.
  stadsbiblioteket.sundsvall | Stadsbiblioteket | Boktips, utställningar och korta filmer från biblioteket.
  njurundabibliotek | Njurunda bibliotek | Boktips och evenemang i Njurunda.
  matforsbibliotek | Matfors bibliotek | Boktips, språkcafé och öppettider i Matfors.
  alnobibliotek | Alnö bibliotek | Vad som händer på biblioteket på Alnö.
  bokbussensundsvall | Bokbussen | Turlista, förseningar och nya böcker ombord.
  ungbok | Biblioteken, unga | Boktips från unga till unga.
  kulturskolansundsvall | Kulturskolan | Visa kurserna, konserterna och när anmälan öppnar.
  sundsvallsmuseum | Sundsvalls museum | Utställningar, samlingar och visningar.
  kulturmagasinet | Kulturmagasinet | Program och evenemang i huset, utställningar och caféet.
  konsthallen.svall | Konsthallen | Samtida konst, utställningar och konstnärssamtal.
  tonhallensundsvall | Tonhallen | Konserter och biljetter.
  teatern.sundsvall | Sundsvalls teater | Föreställningar och biljetter.
  stadsarkivet | Stadsarkivet | Handlingar, fotografier och släktforskning.
  himlabadet | Himlabadet | Öppettider, simskola och erbjudanden.
  nackstabadet | Nackstabadet | Öppettider och vattengymnastik.
  matforssimhall | Matfors simhall | Öppettider och simskola.
  gardehov_arena | Gärdehovs sporthall | Matcher och bokningar.
  sportarena | Sundsvalls ishall | Allmänhetens åkning och lediga istider.
  norraberget | Norra bergets hantverks- och friluftsmuseum | Djur, hantverk och aktiviteter på berget.
  sodraberget | Södra bergets friluftsområde | Skidspår, leder och spårstatus.
  fritidsbankensundsvall | Fritidsbanken | Låna skidor, skridskor och bollar gratis.
  ungdomenshus | Ungdomens hus | Vad som händer i kväll, och omröstningar.
  fritidsgardennacksta | Nacksta fritidsgård | Kvällens aktiviteter och resor.
  fritidsgardenskonsmon | Skönsmons fritidsgård | Kvällens aktiviteter och matlagning.
  fritidsgardenbredsand | Bredsands fritidsgård | Aktiviteter, lov och turneringar.
  ungisundsvall | Ung i Sundsvall | Sommarlov, sportlov och feriejobb för unga.
  hagaskolan | Hagaskolan | Vardagen i skolan för elever och vårdnadshavare.
  nackstaskolan | Nackstaskolan | Elevernas arbeten och skolans vardag.
  bredsandsskolan | Bredsandsskolan | Vardagen i skolan för elever och vårdnadshavare.
  skonsbergsskola | Skönsbergs skola | Elevernas arbeten, utflykter och skolans vardag.
  njurundaskolan | Njurundaskolan | Vardag, elevråd och information till vårdnadshavare.
  hogomskolan | Högomskolan | Elevernas arbeten och skolans vardag.
  bergsakersskola | Bergsåkers skola | Elevernas arbeten och skolans vardag.
  vibackeskolan | Vibackeskolan | Elevernas arbeten och skolans vardag.
  alnoskola | Alnö skola | Utflykter och skolans vardag.
  kubikenborgsskola | Kubikenborgs skola | Utflykter, elevråd och skolans vardag.
  ljustaskola | Ljusta skola | Utflykter, elevråd och skolans vardag.
  granloskola | Granlo skola | Utflykter och elevråd.
  hedbergska | Hedbergska gymnasiet | Öppet hus, programmen och vardagen på skolan.
  vastermalm | Västermalms gymnasium | Öppet hus, programmen och vardagen på skolan.
  sundsvallsgymnasium | Sundsvalls gymnasium | Öppet hus, gymnasievalet och programmen.
  gymnasiesarskolan | Anpassade gymnasieskolan | Elevernas arbeten och programmen.
  vuxenutbildningen | Vuxenutbildningen | Kurser, sfi och studievägledning.
  elevhalsan | Centrala elevhälsan | Allmänna råd till vårdnadshavare om elevers hälsa.
  forskolan_bjorken | Förskolan Björken | Vår verksamhet, natur och lek.
  forskolan_granen | Förskolan Granen | Vår verksamhet, skapande och lek.
  forskolan_tallen | Förskolan Tallen | Natur, skapande och lek.
  forskolan_myran | Förskolan Myran | Natur, lek och språk.
  forskolan_solen | Förskolan Solen | Projekt om vatten och språk.
  forskolan_solrosen | Förskolan Solrosen | Odling, natur och lek.
  forskolan_solgarden | Förskolan Solgården | Odling, natur och lek.
  forskolan_blasippan | Förskolan Blåsippan | Lärmiljöer, natur och språk.
  forskolorna.sundsvall | Förskolorna | Lärmiljöer och hur vi arbetar, utan bilder på barn.
  hemtjanstensundsvall | Hemtjänsten | Visa arbetet i hemtjänsten för dem som vill börja hos oss.
  nattpatrullen | Nattpatrullen | Arbetet på natten i vården.
  boendelinden | Äldreboendet Linden | Aktiviteter och vardag för boende och anhöriga.
  boendeskogsbrynet | Äldreboendet Skogsbrynet | Aktiviteter och vardag för boende och anhöriga.
  solgarden | Äldreboendet Solgården | Aktiviteter, musik och vardag.
  traffpunktskonsmon | Träffpunkt Skönsmon | Veckans program och utflykter.
  traffpunkthaga | Träffpunkt Haga | Veckans program, musik och dans.
  anhorigcentrum | Anhörigcentrum | Träffar, råd och stöd till den som vårdar en närstående.
  dagverksamheten | Dagverksamheten | Aktiviteter för personer med demens.
  lss_sundsvall | LSS | Boende, daglig verksamhet och assistans.
  dagligverksamhet | Daglig verksamhet | Produkter och hantverk från våra verkstäder.
  butikenallehanda | Butiken Allehanda | Hantverk och återbruk från daglig verksamhet.
  familjehem | Familjehemsenheten | Bli familjehem: träffar och berättelser.
  familjecentralen | Familjecentralen | Öppna förskolan, föräldragrupper och råd.
  faltarna | Fältgruppen | Fältassistenter på plats där unga är.
  socialtjansten | Socialtjänsten | Så fungerar socialtjänsten, frågor och svar.
  ungdomsmottagningen | Ungdomsmottagningen | Råd om sex, relationer och psykisk hälsa.
  arbetsmarknad | Arbetsmarknad | Feriejobb, praktik och insatser.
  integration | Integration | Språkstöd, samhällsorientering och mötesplatser.
  konsumentvagledning | Konsumentrådgivningen | Budget- och skuldrådgivning, konsumenträttigheter.
  naringsliv | Näringslivskontoret | Upphandlingar, stöd och träffar för företag.
  visitsundsvall | Turismen | Besöksmål, evenemang och tips för besökare.
  stenstansundsvall | Cityutveckling | Händelser och butiker i Stenstan.
  gataochpark | Gata och park | Snöröjning, vägarbeten och tips från dem som bor här.
  parkochnatur | Park och natur | Blommor, planteringar, lekplatser och naturreservat.
  stadenvaxer | Planenheten | Förslag i bild, och hur man tycker till om dem.
  bygglov | Bygglovsenheten | Bygglov, ritningar och handläggningstider.
  lantmateriet | Lantmäteriet | Kartor, mätning och fastigheter.
  miljokontoret | Miljökontoret | Råd om avlopp, livsmedel och buller.
  klimat | Klimat och energi | Energirådgivning, solceller och hållbara resor.
  kollektivtrafik | Trafik | Hållbara resor, cykelvägar och busstrafik.
  mittsverigevatten | MittSverige Vatten | Vattenläckor, avstängningar och hur man sparar på vattnet.
  reko | Renhållningen | Sortering, sophämtning och återvinningscentraler.
  raddningstjanstenmedelpad | Räddningstjänsten Medelpad | Brandskydd, utryckningar och utbildningar.
  beredskap | Beredskap | Hemberedskap, krislåda och information vid kris.
  kostservice | Måltidsservice | Matsedel, recept och matsvinn.
  servicecenter | Servicecenter | Frågor, öppettider och e-tjänster.
  demokrati | Demokrati | Fullmäktige, medborgarförslag och val.
  ungdomsradet | Ungdomsrådet | Möten, förslag och inflytande för unga.
  pensionarsradet | Pensionärsrådet | Möten och frågor för äldre.
  finskforvaltning | Finskt förvaltningsområde | Finska språket, evenemang och rättigheter.
  samisk | Samiskt förvaltningsområde | Samiska språket, kultur och rättigheter.
  hamnen | Sundsvalls hamn | Logistik, fartyg och hamnens utveckling.
  flygplats | Sundsvall Timrå Airport | Flygtider, resmål och förseningar.
  servanet | ServaNet | Fiber, driftstörningar och erbjudanden.
  mitthem | Mitthem | Lediga lägenheter och bostadsområden.
  sundsvallenergi | Sundsvall Energi | Fjärrvärme, driftstörningar och energitips.
  itavdelningen | IT-avdelningen | Lediga tjänster och hur vi digitaliserar.
  digitalisering | Digitaliseringen | Hur vi digitaliserar, AI och lediga tjänster.
  upphandling | Upphandlingsenheten | Kommande upphandlingar och leverantörsträffar.
  overformyndaren | Överförmyndaren | Bli god man, utbildningar och ansvar.
  valnamnden | Valnämnden | Val, röstningslokaler och röstmottagare.
  sommarlov | Fritid och lov | Aktiviteter under sommarlovet.
  musikskolan | Musik i skolan | Instrument, körer och konserter.
  filmpool | Film och medier | Filmkurser och ungas filmer.
  estradpoesi | Litteratur | Estradpoesi, skrivarkurser och författarbesök.
`
  .split('\n')
  .filter((line) => line.trim() !== '');
