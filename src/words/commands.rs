//! The help of the command line: what each command does and how it is typed.

use super::{Words, messages};

messages! {
    about_kring => "kring: bijeenkomsten van een resourcegroep voorbereiden, houden en vastleggen",
        "kring: prepare, hold and minute the meetings of a resource group";
    about_example => "De oefengroep De Vuurtoren maken", "Make the practice group The Lighthouse";
    about_new => "Een groep beginnen", "Begin a group";
    about_list => "Alle groepen, elk op een regel", "All groups, one on a line";
    about_show => "Waar een groep staat", "Where a group stands";
    about_meet => "Meteen naar de bijeenkomst van een groep", "Straight into a group's meeting";
    about_export => "Een verslag op papier of in een bestand", "Minutes on paper or in a file";
    about_check => "Nakijken of alle bestanden heel zijn", "See whether all files are whole";
    about_encrypt => "De map een wachtwoord geven", "Give the folder a passphrase";
    about_decrypt => "Het wachtwoord van de map weghalen", "Take the folder's passphrase away";
    about_passphrase => "Een ander wachtwoord kiezen", "Choose another passphrase";
    more_kring => "Zonder opdracht opent het programma.\nEen GROEP mag je afkorten, zolang duidelijk is welke je bedoelt.\n\nProbeer het met verzonnen mensen:\n  kring example --meet",
        "Without a command the program opens.\nYou may shorten a GROUP, as long as it is clear which one you mean.\n\nTry it with invented people:\n  kring example --meet";
    more_example => "De mensen zijn verzonnen. De volgende bijeenkomst van de groep is vandaag.\nStaat de groep er al, dan verandert er niets.\n\nVoorbeeld:\n  kring example --meet",
        "The people are invented. The group's next meeting is today.\nIf the group is there already, nothing changes.\n\nExample:\n  kring example --meet";
    more_new => "De cliënt kiest hoe de groep heet. Het hoeft geen naam van iemand te zijn.\n\nVoorbeeld:\n  kring new \"De Linde\"",
        "The client chooses what the group is called. It doesn't have to be anybody's name.\n\nExample:\n  kring new \"De Linde\"";
    more_list => "Je ziet van elke groep de fase, hoeveel stappen klaar zijn, wanneer de\nvolgende bijeenkomst is en hoeveel werkafspraken openstaan.\n\nVoorbeeld:\n  kring list",
        "Of each group you see its phase, how many steps are done, when the next\nmeeting is and how many work agreements are open.\n\nExample:\n  kring list";
    more_show => "Je ziet de fase, wie erbij is, de doelen, de werkafspraken en de volgende\nbijeenkomst.\n\nVoorbeeld:\n  kring show vuurtoren",
        "You see the phase, who is in the group, the goals, the work agreements and\nthe next meeting.\n\nExample:\n  kring show vuurtoren";
    more_meet => "Was een bijeenkomst nog niet klaar, dan ga je verder waar je was.\n\nVoorbeeld:\n  kring meet vuurtoren",
        "If a meeting was not closed yet, you go on where you were.\n\nExample:\n  kring meet vuurtoren";
    more_export => "WAT is nu: minutes, het verslag. Zonder --meeting is dat het verslag van de\nlaatste bijeenkomst, ook als die nog loopt. Zonder -o zie je het hier.\n\nVoorbeelden:\n  kring export vuurtoren minutes\n  kring export vuurtoren minutes --meeting 2026-02-12 --format txt -o verslag.txt",
        "WHAT is, for now: minutes. Without --meeting those are the minutes of the\nlast meeting, also when it is still going on. Without -o you see them here.\n\nExamples:\n  kring export vuurtoren minutes\n  kring export vuurtoren minutes --meeting 2026-02-12 --format txt -o minutes.txt";
    more_check => "Zonder PAD kijkt kring alles na wat het bewaart. Wat niet heel is, komt in\nbeeld als pad:regel:kolom met wat er mis is. Er verandert niets.\n\nVeranderde je zelf iets in een bestand? Met --accept maakt kring eerst een kopie\nin de map backups. Daarna krijgt het bestand een nieuw controlegetal; de rest\nblijft zoals jij het schreef. Zonder PAD is dat elk bestand dat veranderd is.\n\nVoorbeelden:\n  kring check\n  kring check --accept groups/linde/group.ron",
        "Without a PATH kring looks at everything it keeps. What is not whole is shown\nas path:line:column with what is wrong. Nothing is changed.\n\nDid you change something in a file yourself? With --accept kring first puts a\ncopy in the backups folder. Then the file gets a new checksum; the rest stays as\nyou wrote it. Without a PATH that is every file that was changed.\n\nExamples:\n  kring check\n  kring check --accept groups/linde/group.ron";
    more_encrypt => "Zonder het wachtwoord kan dan niemand lezen wat kring bewaart. Alleen de\noefengroep blijft open. Je krijgt één keer een herstelsleutel te zien: bewaar\ndie op papier, ergens anders dan deze computer.\n\nWachtwoord én herstelsleutel kwijt, dan kan niemand de map nog openen.\n\nVoorbeeld:\n  kring encrypt",
        "Without the passphrase nobody can then read what kring keeps. Only the practice\ngroup stays open. You are shown a recovery key, once: keep it on paper, away\nfrom this computer.\n\nIf both the passphrase and the recovery key are lost, nobody can open the folder.\n\nExample:\n  kring encrypt";
    more_decrypt => "Daarna kan iedereen die bij de map kan, lezen wat erin staat.\n\nVoorbeeld:\n  kring decrypt",
        "After that whoever can reach the folder can read what is in it.\n\nExample:\n  kring decrypt";
    more_passphrase => "Het oude wachtwoord vergeten? Typ dan de herstelsleutel. Die blijft dezelfde.\n\nVoorbeeld:\n  kring passphrase",
        "Forgotten the old passphrase? Then type the recovery key. It stays the same.\n\nExample:\n  kring passphrase";
    heading_usage => "Gebruik:", "Usage:";
    heading_commands => "Opdrachten:", "Commands:";
    heading_arguments => "Wat je erbij typt:", "What goes with it:";
    heading_options => "Opties:", "Options:";
    arg_group => "GROEP", "GROUP";
    arg_name => "NAAM", "NAME";
    arg_what => "WAT", "WHAT";
    arg_path => "PAD", "PATH";
    arg_dir => "MAP", "DIR";
    arg_date => "DATUM", "DATE";
    arg_file => "BESTAND", "FILE";
    arg_command => "OPDRACHT", "COMMAND";
    help_group => "De naam van de groep, of het begin ervan", "The group's name, or its beginning";
    help_name => "De naam die de cliënt kiest", "The name the client chooses";
    help_what => "minutes: het verslag", "minutes";
    help_path => "Een bestand of een map", "A file or a folder";
    help_dir => "De map waarin kring alles bewaart (of zet KRING_DIR)",
        "The folder in which kring keeps everything (or set KRING_DIR)";
    help_lang => "De taal: nl of en", "The language: nl or en";
    help_help => "Deze uitleg", "This help";
    help_version => "Welke versie dit is", "Which version this is";
    help_fresh => "Maak de oefengroep opnieuw; de oude legt kring weg",
        "Make the practice group anew; the old one goes to kring's bin";
    help_meet => "Ga meteen naar de bijeenkomst van vandaag", "Go straight into today's meeting";
    help_accept => "Keur goed wat je zelf veranderde, als het te lezen is",
        "Accept what you changed yourself, if it can be read";
    help_json => "Als JSON, voor een ander programma", "As JSON, for another program";
    help_format => "md (Markdown) of txt (gewone tekst)", "md (Markdown) or txt (plain text)";
    help_meeting => "Welke bijeenkomst: de datum, of all voor alle",
        "Which meeting: its date, or all for all of them";
    help_output => "Schrijf naar dit bestand; wat erin stond gaat weg",
        "Write to this file; what was in it goes";
    help_passphrase_file => "Lees het wachtwoord uit dit bestand: de eerste regel",
        "Read the passphrase from this file: its first line";
    help_new_passphrase_file => "Lees het nieuwe wachtwoord uit dit bestand",
        "Read the new passphrase from this file";
}

impl Words {
    /// How kring itself is typed.
    #[must_use]
    pub fn usage_of_kring(self) -> String {
        format!("kring [--dir {}] [--lang nl|en] [{}]", self.arg_dir(), self.arg_command())
    }

    #[must_use]
    pub fn see_help(self, command: &str) -> String {
        self.pick(format!("Uitleg: {command} --help"), format!("For help: {command} --help"))
    }
}
