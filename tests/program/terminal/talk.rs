//! What the minute taker types in a whole meeting, item by item.

/// How everybody is.
pub(crate) const CHECK_IN: &[&str] = &[
    "Noor: moe, maar tevreden. De coöperatie van de buurttuin belde, ze mag in maart beginnen.",
    "Sanne heeft het druk op haar werk en vindt het fijn hier even te zitten.",
    "Piet zegt dat zijn knieën weer meedoen. Hij liep maandag de hele dijk, één keer heen en terug.",
    "Bo is blij: zijn zoon is geslaagd. Hij trakteert op crème brûlée, zelf gemaakt.",
    "Lot is er voor het eerst weer na haar vakantie op Curaçao, en ze heeft er zin in.",
];

/// The minutes of last time.
pub(crate) const PREVIOUS: &[&str] = &[
    "Het verslag klopt. Noor wil erbij hebben dat de reünie haar idee was, en niet dat van Joëlle.",
    "= Het verslag blijft zoals het is, met die ene zin erbij",
];

/// The goals.
pub(crate) const GOALS: &[&str] = &[
    "De tuin: Noor was er elf keer. Het eerste kwartier blijft moeilijk, daarna gaat het vanzelf.",
    "De coördinator vroeg of ze de kruidenhoek wil overnemen. Dat is eervol en ook een beetje eng.",
    "Ze begint nu bij de kraan, met de gieter, zoals Bo deed. Dat helpt, want dan heeft ze iets te doen.",
    "Samen eten lukt bijna iedere week. Piets gehaktballen zijn een begrip in de straat geworden, en \
     Noor kookte zelf couscous met geroosterde paprika voor vier mensen. Ze wil het zo laten: geen \
     schema, wel een berichtje op zondag.",
    "Het eiland: de veerboot vaart weer vanaf april. Sanne zocht uit dat de vuurtoren in de meivakantie \
     open is, en dat hij 226 treden heeft. Halverwege is een raam met een bankje.",
];

/// The signalling plan.
pub(crate) const PLAN: &[&str] = &[
    "Groen en geel bekeken. Er was één gele week, in januari, na drie nachten slecht slapen.",
    "Ze had het zelf pas na een week door: de gordijnen bleven dicht en de post bleef liggen.",
    "Noor zei het tegen Sanne, en Sanne stuurde een foto van een hond. Na vijf dagen was het groen.",
    "= Bij geel hoort voortaan ook: één ding van de lijst halen, en dat hardop zeggen",
];

/// How often.
pub(crate) const FREQUENCY: &[&str] =
    &["Noor wil voor de zomer liever iets vaker, omdat de tuin en het eiland er allebei aankomen."];

/// The theme.
pub(crate) const THEME: &[&str] = &[
    "Iedereen noemt één ding waarop hij hoopt. Karin hoopt op een gewoon jaar, zonder naïef te zijn.",
    "Piet hoopt dat hij volgend jaar weer naar Zürich kan, naar zijn broer, met de nachttrein.",
    "Noor: dat ik in juni niet meer hoef te tellen hoeveel treden het zijn.",
];

/// The next date.
pub(crate) const NEXT_DATE: &[&str] = &[
    "Ayla is er dan weer een half uur bij. Karin zorgt voor koffie, thee en een façade van gezondheid: fruit.",
];

/// Every item's lines, in order.
pub(crate) const ALL: [&[&str]; 7] = [CHECK_IN, PREVIOUS, GOALS, PLAN, FREQUENCY, THEME, NEXT_DATE];
