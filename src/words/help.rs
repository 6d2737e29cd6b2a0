//! What a screen is for and how one goes through it, in a few sentences, above its keys in help.

use super::messages;

messages! {
    help_home => "Dit is de lijst van je groepen. Met Enter open je een groep, met n maak je een nieuwe. De oefengroep is om te proberen: daar kan niets misgaan. Alles wat je typt, wordt vanzelf bewaard.",
        "This is the list of your groups. Enter opens a group, n makes a new one. The practice group is for trying: nothing can go wrong there. Everything you type is saved by itself.";
    help_week => "Dit is jouw week: wie je belt of spreekt, welke bijeenkomst je voorbereidt en aan welke afspraak je denkt. Met Enter ga je naar wat er staat. Met Esc ga je terug naar je groepen.",
        "This is your week: whom you call or see, which meeting you prepare and which agreement you keep in mind. Enter goes to what is there. Esc goes back to your groups.";
    help_reader => "Dit kun je alleen lezen. Met PgDn en PgUp ga je verder en terug. Met Esc sluit je het.",
        "This is for reading only. PgDn and PgUp go on and back. Esc closes it.";
    help_overview => "Dit is één groep. Bovenaan staat hoe ver de groep is en wat aandacht vraagt. Daaronder begin je een bijeenkomst, of ga je verder met een die open is. In het dossier staan de stappen, de mensen, de doelen en het plan. Onderaan lees je eerdere bijeenkomsten terug.",
        "This is one group. At the top is how far it is and what needs attention. Below that you begin a meeting, or go on with an open one. The file holds the steps, the people, the goals and the plan. At the bottom you can read earlier meetings.";
    help_dossier => "Links staat een lijst, rechts wat erbij hoort. Met Enter ga je naar rechts, met Esc terug naar links. In een veld typ je wat je wilt bewaren. Met de spatiebalk kies je iets anders. Ctrl+Z maakt ongedaan wat je net deed.",
        "On the left is a list, on the right what belongs to it. Enter goes to the right, Esc back to the left. In a field you type what you want to keep. The space bar chooses something else. Ctrl+Z undoes what you just did.";
    help_attendance => "Hier zie je wie er is en wie wat doet. Met de spatiebalk zet je iemand op afgemeld of niet aanwezig. Komt iemand later? Druk dan op k. Klopt de lijst? Met Enter begint het uur.",
        "Here you see who is there and who does what. The space bar says that somebody sent word or is not present. Is somebody late? Press k. Is the list right? Enter begins the hour.";
    help_item => "Typ in de notitie wat de groep wil bewaren. Een regel met ! is een afspraak, met = een besluit. PgDn gaat naar het volgende punt. Met Tab kom je bij wat erbij hoort, met Esc bij de lijst van punten. Ctrl+T laat zien wat je kunt zeggen.",
        "Type in the note what the group wants to keep. A line with ! is an agreement, with = a decision. PgDn goes to the next item. Tab goes to what belongs to it, Esc to the list of items. Ctrl+T shows what you can say.";
    help_closing => "Lees samen na wat je afsprak. Mist er een naam of een dag? Met Enter op die afspraak vul je dat aan. Spreek de volgende datum af. De laatste regel is Klaar: dan is de bijeenkomst afgerond.",
        "Read back together what you agreed. Is a name or a day missing? Enter on that agreement fills it in. Agree the next date. The last row is Done: it closes the meeting.";
    help_after_talk => "Dit doen jullie met z'n tweeën. Lees het verslag en kies of het goed is. Iets weghalen of aanpassen kan nog. Kies ook wie er de volgende keer is. Je mag stoppen en later verdergaan.",
        "This is for the two of you. Read the minutes and choose whether they are fine. You can still take something out or change it. Choose who is there next time, too. You may stop and go on later.";
    help_who_looks => "Deze vraag komt voordat er iets op het scherm staat dat niet voor iedereen is. Zeg wie er nu meekijkt. Alleen jij? Dan gaat alles open. Is de cliënt erbij, dan blijven de verdiepingsgesprekken en je andere groepen dicht. Weet je het niet zeker? Open het dan niet.",
        "This question comes before something is on the screen that is not for everybody. Say who can see the screen now. Only you? Then everything opens. With the client there, the in-depth interviews and your other groups stay closed. Not sure? Then do not open it.";
    help_form => "Dit zijn een paar korte vragen. Met Enter ga je naar de volgende. Met Esc stop je; wat je typte, blijft bewaard.",
        "These are a few short questions. Enter goes to the next one. Esc stops; what you typed stays saved.";
}
