//! The words of the shell's help: what each command does and how it is typed.

use super::{Words, messages};

messages! {
    /// What kring is.
    about_kring => "kring: bijeenkomsten van een resourcegroep voorbereiden, houden en vastleggen",
        "kring: prepare, hold and minute the meetings of a resource group";
    /// What `example` is.
    about_example => "De oefengroep De Vuurtoren maken", "Make the practice group The Lighthouse";
    /// What `new` is.
    about_new => "Een groep beginnen", "Begin a group";
    /// What `list` is.
    about_list => "Alle groepen, elk op een regel", "All groups, one on a line";
    /// What `show` is.
    about_show => "Waar een groep staat", "Where a group stands";
    /// What `meet` is.
    about_meet => "Meteen naar de bijeenkomst van een groep", "Straight into a group's meeting";
    /// What `export` is.
    about_export => "Een verslag op papier of in een bestand", "Minutes on paper or in a file";
    /// What `check` is.
    about_check => "Nakijken of alle bestanden heel zijn", "See whether all files are whole";
    /// More about kring.
    more_kring => "Zonder opdracht opent het programma.\nEen GROEP mag je afkorten, zolang duidelijk is welke je bedoelt.\n\nProbeer het met verzonnen mensen:\n  kring example --meet",
        "Without a command the program opens.\nYou may shorten a GROUP, as long as it is clear which one you mean.\n\nTry it with invented people:\n  kring example --meet";
    /// More about `example`.
    more_example => "De mensen zijn verzonnen. De volgende bijeenkomst van de groep is vandaag.\nStaat de groep er al, dan verandert er niets.\n\nVoorbeeld:\n  kring example --meet",
        "The people are invented. The group's next meeting is today.\nIf the group is there already, nothing changes.\n\nExample:\n  kring example --meet";
    /// More about `new`.
    more_new => "De cliënt kiest hoe de groep heet. Het hoeft geen naam van iemand te zijn.\n\nVoorbeeld:\n  kring new \"De Linde\"",
        "The client chooses what the group is called. It need not be anybody's name.\n\nExample:\n  kring new \"De Linde\"";
    /// More about `list`.
    more_list => "Je ziet van elke groep de fase, hoeveel stappen klaar zijn, wanneer de\nvolgende bijeenkomst is en hoeveel werkafspraken openstaan.\n\nVoorbeeld:\n  kring list",
        "Of each group you see its phase, how many steps are done, when the next\nmeeting is and how many work agreements are open.\n\nExample:\n  kring list";
    /// More about `show`.
    more_show => "Je ziet de fase, wie erbij is, de doelen, de werkafspraken en de volgende\nbijeenkomst.\n\nVoorbeeld:\n  kring show vuurtoren",
        "You see the phase, who is in the group, the goals, the work agreements and\nthe next meeting.\n\nExample:\n  kring show vuurtoren";
    /// More about `meet`.
    more_meet => "Was een bijeenkomst nog niet klaar, dan ga je verder waar je was.\n\nVoorbeeld:\n  kring meet vuurtoren",
        "If a meeting was not closed yet, you go on where you were.\n\nExample:\n  kring meet vuurtoren";
    /// More about `export`.
    more_export => "WAT is nu: minutes, het verslag. Zonder --meeting is dat het verslag van de\nlaatste bijeenkomst, ook als die nog loopt. Zonder -o zie je het hier.\n\nVoorbeelden:\n  kring export vuurtoren minutes\n  kring export vuurtoren minutes --meeting 2026-02-12 --format txt -o verslag.txt",
        "WHAT is, for now: minutes. Without --meeting those are the minutes of the\nlast meeting, also when it is still going on. Without -o you see them here.\n\nExamples:\n  kring export vuurtoren minutes\n  kring export vuurtoren minutes --meeting 2026-02-12 --format txt -o minutes.txt";
    /// More about `check`.
    more_check => "Zonder PAD kijkt kring alles na wat het bewaart. Wat niet heel is, komt in\nbeeld als pad:regel:kolom met wat er mis is. Er verandert niets.\n\nVeranderde je zelf iets in een bestand? Met --accept maakt kring eerst een kopie\nin de map backups. Daarna krijgt het bestand een nieuw controlegetal; de rest\nblijft zoals jij het schreef. Zonder PAD is dat elk bestand dat veranderd is.\n\nVoorbeelden:\n  kring check\n  kring check --accept groups/linde/group.ron",
        "Without a PATH kring looks at everything it keeps. What is not whole is shown\nas path:line:column with what is wrong. Nothing is changed.\n\nDid you change something in a file yourself? With --accept kring first puts a\ncopy in the backups folder. Then the file gets a new checksum; the rest stays as\nyou wrote it. Without a PATH that is every file that was changed.\n\nExamples:\n  kring check\n  kring check --accept groups/linde/group.ron";
    /// Above how a command is typed.
    heading_usage => "Gebruik:", "Usage:";
    /// Above the commands.
    heading_commands => "Opdrachten:", "Commands:";
    /// Above what a command asks for.
    heading_arguments => "Wat je erbij typt:", "What goes with it:";
    /// Above the options.
    heading_options => "Opties:", "Options:";
    /// The name of a group argument.
    arg_group => "GROEP", "GROUP";
    /// The name of a name argument.
    arg_name => "NAAM", "NAME";
    /// The name of what is exported.
    arg_what => "WAT", "WHAT";
    /// The name of a path argument.
    arg_path => "PAD", "PATH";
    /// The name of a folder argument.
    arg_dir => "MAP", "DIR";
    /// The name of a date argument.
    arg_date => "DATUM", "DATE";
    /// The name of a file argument.
    arg_file => "BESTAND", "FILE";
    /// The name of a command argument.
    arg_command => "OPDRACHT", "COMMAND";
    /// What a group argument is.
    help_group => "De naam van de groep, of het begin ervan", "The group's name, or its beginning";
    /// What a name argument is.
    help_name => "De naam die de cliënt kiest", "The name the client chooses";
    /// What is exported.
    help_what => "minutes: het verslag", "minutes";
    /// What a path argument is.
    help_path => "Een bestand of een map", "A file or a folder";
    /// What `--dir` is.
    help_dir => "De map waarin kring alles bewaart (of zet KRING_DIR)",
        "The folder in which kring keeps everything (or set KRING_DIR)";
    /// What `--lang` is.
    help_lang => "De taal: nl of en", "The language: nl or en";
    /// What `--help` is.
    help_help => "Deze uitleg", "This help";
    /// What `--version` is.
    help_version => "Welke versie dit is", "Which version this is";
    /// What `--fresh` is.
    help_fresh => "Maak de oefengroep opnieuw; de oude gaat naar de prullenbak van kring",
        "Make the practice group anew; the old one goes to kring's bin";
    /// What `--meet` is.
    help_meet => "Ga meteen naar de bijeenkomst van vandaag", "Go straight into today's meeting";
    /// What `--accept` is.
    help_accept => "Keur goed wat je zelf veranderde, als het te lezen is",
        "Accept what you changed yourself, if it can be read";
    /// What `--json` is.
    help_json => "Als JSON, voor een ander programma", "As JSON, for another program";
    /// What `--format` is.
    help_format => "md (Markdown) of txt (gewone tekst)", "md (Markdown) or txt (plain text)";
    /// What `--meeting` is.
    help_meeting => "Welke bijeenkomst: de datum, of all voor alle",
        "Which meeting: its date, or all for all of them";
    /// What `-o` is.
    help_output => "Schrijf naar dit bestand; wat erin stond gaat weg",
        "Write to this file; what was in it goes";
}

impl Words {
    /// How a command is typed, behind `kring`.
    #[must_use]
    pub fn usage_of(self, command: &str) -> String {
        let (group, what) = (self.arg_group(), self.arg_what());
        match command {
            "example" => "kring example [--fresh] [--meet]".to_owned(),
            "new" => format!("kring new {}", self.arg_name()),
            "list" => "kring list [--json]".to_owned(),
            "show" => format!("kring show {group}"),
            "meet" => format!("kring meet {group}"),
            "check" => format!("kring check [--accept] [{}...]", self.arg_path()),
            "encrypt" | "decrypt" => format!("kring {command}"),
            "passphrase" => format!("kring passphrase [--new-passphrase-file {}]", self.arg_file()),
            "export" => {
                let (date, file) = (self.arg_date(), self.arg_file());
                format!(
                    "kring export {group} {what} [--format md|txt] [--meeting {date}|all] [-o {file}]"
                )
            }
            _ => {
                format!("kring [--dir {}] [--lang nl|en] [{}]", self.arg_dir(), self.arg_command())
            }
        }
    }

    /// Where the help of a command is.
    #[must_use]
    pub fn see_help(self, command: &str) -> String {
        self.pick(format!("Uitleg: {command} --help"), format!("For help: {command} --help"))
    }
}
