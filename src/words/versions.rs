//! A group that is open elsewhere, and files that others changed: who, what is kept, what to do.

use super::{Words, messages};
use crate::domain::hour::Moment;
use crate::sanitize;
use crate::store::conflict::Original;
use crate::store::document::BrokenFile;
use crate::store::lock::Owner;
use crate::store::migration::VERSION;
use crate::store::opened::Permission;
use crate::store::second::Second;

messages! {
    in_use => "een ander programma heeft deze groep open", "another program has this group open";
    in_use_hint => "Is het daar dicht? Open de groep dan in kring, en neem over met o.",
        "Is it closed there? Then open the group in kring, and take over with o.";
    /// Why a group cannot be taken over.
    is_open_there => "het andere programma is nog open", "the other program is still open";
    nothing_to_take_over => "niemand anders heeft deze groep open", "nobody else has this group open";
    take_over_title => "Deze groep overnemen", "Take this group over";
    take_over_means => "kring kan van hier niet zien of het daar nog open staat. Vraag het even, of ga kijken. Schrijven jullie straks allebei, dan raakt er niets kwijt, maar zijn er wel twee versies.",
        "kring cannot see from here whether it is still open there. Please ask, or go and look. If you both write, nothing is lost, but there will be two versions.";
    take_over_no => "Nee, alleen lezen", "No, only read";
    take_over_yes => "Ja, hier verder schrijven", "Yes, go on writing here";
    taken_over => "Je schrijft hier nu verder.", "You go on writing here now.";
    no_versions => "er is maar een versie", "there is only one version";
    version_title => "Welke versie blijft?", "Which version stays?";
    version_later => "Later kiezen, nu verder typen", "Choose later, type on now";
    version_ours => "Die van kring; de andere gaat naar de map backups",
        "The one of kring; the other goes to the backups folder";
    version_theirs => "De andere; die van kring blijft ernaast staan",
        "The other; the one of kring stays beside it";
    version_ours_stays => "Die van kring blijft. De andere staat in de map backups.",
        "The one of kring stays. The other is in the backups folder.";
    version_not_yet => "Nog niet alles is bewaard. Probeer het zo nog eens.",
        "Not everything is saved yet. Try again in a moment.";
    choose_second => "kies eerst een tweede versie", "choose a second version first";
    /// Shown when a group opens.
    has_seconds => "Er staat een tweede versie van iets in deze groep. Kijk even bij de groep.",
        "There is a second version of something in this group. Have a look at the group.";
    second_title => "Een tweede versie", "A second version";
    second_means => "Een ander programma bewaarde dit naast het bestand zelf. Neem over wat je mist. Berg het daarna op met w: het gaat naar de map backups, en wordt niet gewist.",
        "Another program kept this beside the file itself. Copy what you miss. Then put it away with w: it goes to the backups folder, and is not deleted.";
    only_in_second => "Alleen in de tweede versie", "Only in the second version";
    only_in_first => "Alleen in wat nu open is", "Only in what is open now";
    reads_the_same => "Wat hier te lezen is, is in allebei hetzelfde. Verdiepingsgesprekken en eigen aantekeningen vergelijkt kring niet.",
        "What can be read here is the same in both. Interviews and private notes are not compared.";
    whole_second => "De hele tweede versie", "The whole second version";
    /// In place of a second version of the journal, which is no text.
    second_holds_steps => "Hierin staat wat kring onthoudt terwijl iemand typt. Het is niet als tekst te lezen. Wie kring beheert kan het terughalen.",
        "This holds what kring remembers while somebody types. It cannot be read as a text. Whoever looks after kring can bring it back.";
    accepted => "De bestanden zijn goedgekeurd. Van de oude is een kopie bewaard.",
        "The files are accepted. A copy of the old ones is kept.";
    /// In the title bar.
    read_only => "alleen lezen", "read only";
}

impl Words {
    /// A moment in a sentence: "12 februari, 14.10 uur".
    fn moment(self, moment: Moment) -> String {
        let (day, time) = (self.day_and_month(moment.date_naive()), self.said_time(moment.time()));
        format!("{day}, {time}")
    }

    #[must_use]
    pub fn maybe_open_at(self, owner: &Owner) -> String {
        if !owner.is_known() {
            return self
                .pick(
                    "Misschien heeft een ander programma deze groep open.",
                    "Another program may have this group open.",
                )
                .to_owned();
        }
        let name = owner.name();
        let who = sanitize::line(&name);
        let since = self.moment(owner.since);
        let seen = owner.seen.map(|seen| self.moment(seen)).filter(|seen| *seen != since);
        match seen {
            Some(seen) => self.pick(
                format!("{who} opende deze groep op {since}, en was er het laatst op {seen}."),
                format!("{who} opened this group on {since}, and was there last on {seen}."),
            ),
            None => self.pick(
                format!("{who} opende deze groep op {since}."),
                format!("{who} opened this group on {since}."),
            ),
        }
    }

    /// Why the group can only be read; empty when it can be written.
    #[must_use]
    pub fn only_reading(self, permission: &Permission) -> String {
        match permission {
            Permission::Taken(owner) => {
                let (who, known) = (owner.name(), owner.is_known());
                let since = self.pick(" sinds ", " since ").to_owned()
                    + &self.said_time(owner.since.time());
                let since = if known { since } else { String::new() };
                let someone = self.pick("een ander programma", "another program").to_owned();
                let who = if who.is_empty() { someone } else { who };
                self.pick(
                    format!("Alleen lezen: open bij {who}{since}."),
                    format!("Read only: open with {who}{since}."),
                )
            }
            Permission::MaybeTaken(owner) => self.only_reading_maybe_taken(owner),
            Permission::ReadOnly => self
                .pick(
                    "Deze map is alleen om te lezen. Wat je typt blijft hier niet bewaard.",
                    "This folder is read only. What you type cannot be saved here.",
                )
                .to_owned(),
            Permission::Doubt(_) => self
                .pick(
                    "Alleen lezen: buiten kring om veranderd. Keur het goed bij de groep, met a.",
                    "Read only: changed outside kring. Accept it at the group, with a.",
                )
                .to_owned(),
            Permission::Newer(_) => self
                .pick(
                    "Alleen lezen: van een nieuwere versie van kring. Werk kring bij om te schrijven.",
                    "Read only: of a newer version of kring. Update kring to write in it.",
                )
                .to_owned(),
            Permission::Write => String::new(),
        }
    }

    #[must_use]
    pub fn only_reading_maybe_taken(self, owner: &Owner) -> String {
        let who = self.maybe_open_at(owner);
        self.pick(
            format!("Alleen lezen. {who} Is het daar dicht? Neem over bij de groep, met o."),
            format!("Read only. {who} Is it closed there? Take over at the group, with o."),
        )
    }

    /// Shown after a change to a group that can only be read.
    #[must_use]
    pub fn not_written_down(self, permission: &Permission) -> String {
        let why = self.only_reading(permission);
        self.pick(
            format!("Dit is niet opgeschreven. {why}"),
            format!("This was not written down. {why}"),
        )
    }

    /// Another computer took the group over while it was open here.
    #[must_use]
    pub fn also_open_at(self, owner: &Owner) -> String {
        let name = owner.name();
        let who = sanitize::line(&name);
        self.pick(
            format!(
                "{who} schrijft nu ook in deze groep. Wat jij typt blijft bewaard. Overleg even."
            ),
            format!(
                "{who} writes in this group now too. What you type is kept. Please talk to them."
            ),
        )
    }

    #[must_use]
    pub fn from_newer(self, version: u32) -> String {
        self.pick(
            format!("Een nieuwere versie van kring schreef in deze groep (versie {version}; deze versie kent {VERSION}). Je kunt lezen wat deze versie begrijpt. Alles is veilig: hier verandert niets. Werk kring bij op deze computer om weer te schrijven."),
            format!("A newer kring wrote in this group (version {version}; this kring knows {VERSION}). You can read what this kring understands. Everything is safe: nothing is changed here. Update kring on this computer to write again."),
        )
    }

    #[must_use]
    pub fn doubtful(self, doubts: &[BrokenFile]) -> String {
        let names: Vec<String> = doubts
            .iter()
            .filter_map(|doubt| Some(doubt.path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        let names = names.join(", ");
        self.pick(
            format!("Buiten kring om veranderd: {names}. Je kunt lezen. Klopt de inhoud? Druk op a: kring maakt een kopie en gaat verder."),
            format!("Changed outside kring: {names}. You can read. Is the content right? Press a: kring keeps a copy and goes on."),
        )
    }

    #[must_use]
    pub fn changed_meanwhile(self, names: &[String]) -> String {
        let names = names.join(", ");
        self.pick(
            format!(
                "Buiten kring om veranderd: {names}. Alles is bewaard. Typ door, of kies met F8."
            ),
            format!("Changed outside kring: {names}. All is kept. Type on, or choose with F8."),
        )
    }

    #[must_use]
    pub fn version_means(self, names: &[String], beside: &[String]) -> String {
        let (names, beside) = (names.join(", "), beside.join(", "));
        self.pick(
            format!("Iets anders dan kring veranderde {names} terwijl je bezig was. Beide versies zijn bewaard. Die van kring, met wat jij typte, heet zolang {beside}."),
            format!("Something other than kring changed {names} while you worked. Both versions are kept. The one of kring, with what you typed, is called {beside} for now."),
        )
    }

    #[must_use]
    pub fn second_version(self, second: &Second) -> String {
        let name = second.name();
        let name = sanitize::line(&name);
        match second.saved {
            Some(saved) => {
                let saved = self.moment(saved);
                self.pick(
                    format!("Er staat een tweede versie: {name}, van {saved}"),
                    format!("There is a second version: {name}, of {saved}"),
                )
            }
            None => self.pick(
                format!("Er staat een tweede versie die niet te lezen is: {name}"),
                format!("There is a second version that cannot be read: {name}"),
            ),
        }
    }

    #[must_use]
    pub fn was_put_away(self, name: &str) -> String {
        let name = sanitize::line(name);
        self.pick(
            format!("Opgeborgen in de map backups, als {name}."),
            format!("Put away in the backups folder, as {name}."),
        )
    }

    /// The fault of a second version, for `kring check`.
    pub(super) fn second_of(self, original: Original) -> String {
        let what = match original {
            Original::Group => self.pick("het dossier", "the dossier").to_owned(),
            Original::Meeting(id) => self.the_meeting_of(id.date),
            Original::Log => self.pick("het logboek", "the log").to_owned(),
            Original::Journal => self.pick("wat er getypt is", "what was typed").to_owned(),
        };
        self.pick(
            format!("dit is een tweede versie van {what}; open de groep en kijk welke je houdt"),
            format!(
                "this is a second version of {what}; open the group and see which one you keep"
            ),
        )
    }
}
