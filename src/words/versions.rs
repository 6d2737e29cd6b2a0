//! Two programs at one group, and files that others change: who, what is kept, and what to do.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::hour::Moment;
use crate::harmless;
use crate::store::conflict::Original;
use crate::store::lock::Owner;
use crate::store::second::Second;

messages! {
    /// Another program has the group.
    in_use => "een ander programma heeft deze groep open", "another program has this group open";
    /// What to do when another computer may have the group.
    in_use_hint => "Is het daar dicht? Open de groep dan in kring, en neem over met o.",
        "Is it closed there? Then open the group in kring, and take over with o.";
    /// Take a group over from another computer.
    key_take_over => "overnemen", "take over";
    /// It cannot be taken over: the other program is there.
    is_open_there => "het andere programma is nog open", "the other program is still open";
    /// Nobody else has it.
    nothing_to_take_over => "niemand anders heeft deze groep open", "nobody else has this group open";
    /// The heading of taking over.
    take_over_title => "Deze groep overnemen", "Take this group over";
    /// What it means.
    take_over_means => "kring kan van hier niet zien of het daar nog open staat. Vraag het even, of ga kijken. Schrijven jullie straks allebei, dan raakt er niets kwijt, maar zijn er wel twee versies.",
        "kring cannot see from here whether it is still open there. Please ask, or go and look. If you both write, nothing is lost, but there will be two versions.";
    /// The safe answer.
    take_over_no => "Nee, alleen lezen", "No, only read";
    /// The other answer.
    take_over_yes => "Ja, hier verder schrijven", "Yes, go on writing here";
    /// It was taken over.
    taken_over => "Je schrijft hier nu verder.", "You go on writing here now.";
    /// Choose which version of a file stays.
    key_settle => "kiezen welke versie blijft", "choose which version stays";
    /// No file was changed meanwhile.
    nothing_to_settle => "er is maar een versie", "there is only one version";
    /// The heading of that choice.
    settle_title => "Welke versie blijft?", "Which version stays?";
    /// The safe answer.
    settle_later => "Later kiezen, nu verder typen", "Choose later, type on now";
    /// What kring has goes in place.
    settle_ours => "Die van kring; de andere gaat naar de map backups",
        "The one of kring; the other goes to the backups folder";
    /// The other is read.
    settle_theirs => "De andere; die van kring blijft ernaast staan",
        "The other; the one of kring stays beside it";
    /// What kring has went in place.
    settled_ours => "Die van kring blijft. De andere staat in de map backups.",
        "The one of kring stays. The other is in the backups folder.";
    /// Not everything else is saved yet.
    settle_not_yet => "Nog niet alles is bewaard. Probeer het zo nog eens.",
        "Not everything is saved yet. Try again in a moment.";
    /// Put a second version in the backups.
    key_put_away => "tweede versie opbergen", "put the second version away";
    /// No second version is at hand.
    choose_second => "kies eerst een tweede versie", "choose a second version first";
    /// There are second versions, when the group opens.
    has_seconds => "Er staat een tweede versie van iets in deze groep. Kijk even bij de groep.",
        "There is a second version of something in this group. Have a look at the group.";
    /// The heading of the page of a second version.
    second_title => "Een tweede versie", "A second version";
    /// What to do with it.
    second_means => "Een ander programma bewaarde dit naast het bestand zelf. Neem over wat je mist. Berg het daarna op met w: het gaat naar de map backups, en wordt niet gewist.",
        "Another program kept this beside the file itself. Copy what you miss. Then put it away with w: it goes to the backups folder, and is not deleted.";
    /// The heading of what is in the copy alone.
    only_in_second => "Alleen in de tweede versie", "Only in the second version";
    /// The heading of what is in the group alone.
    only_in_first => "Alleen in wat nu open is", "Only in what is open now";
    /// Nothing that can be read differs.
    reads_the_same => "Wat hier te lezen is, is in allebei hetzelfde. Interviews en eigen aantekeningen vergelijkt kring niet.",
        "What can be read here is the same in both. Interviews and private notes are not compared.";
    /// The heading of the whole copy.
    whole_second => "De hele tweede versie", "The whole second version";
    /// A second version that cannot be read by itself.
    second_holds_steps => "Hierin staat wat kring onthoudt terwijl iemand typt. Het is niet als tekst te lezen. Wie kring beheert kan het terughalen.",
        "This holds what kring remembers while somebody types. It cannot be read as a text. Whoever looks after kring can bring it back.";
}

impl Words {
    /// A moment in a sentence: "12 februari, 14.10 uur".
    fn moment(self, moment: Moment) -> String {
        let (day, time) = (self.day_and_month(moment.date_naive()), self.said_time(moment.time()));
        format!("{day}, {time}")
    }

    /// Who may have a group, since when, and when they were seen last.
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
        let who = harmless::line(&name);
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

    /// Why a group can only be read when another computer may have it.
    #[must_use]
    pub fn only_reading_perhaps(self, owner: &Owner) -> String {
        let who = self.maybe_open_at(owner);
        self.pick(
            format!("Alleen lezen. {who} Is het daar dicht? Neem over bij de groep, met o."),
            format!("Read only. {who} Is it closed there? Take over at the group, with o."),
        )
    }

    /// Another computer took the group over while it was open here.
    #[must_use]
    pub fn also_open_at(self, owner: &Owner) -> String {
        let name = owner.name();
        let who = harmless::line(&name);
        self.pick(
            format!(
                "{who} schrijft nu ook in deze groep. Wat jij typt blijft bewaard. Overleg even."
            ),
            format!(
                "{who} writes in this group now too. What you type is kept. Please talk to them."
            ),
        )
    }

    /// Files that were changed outside kring while they were open, for the message row.
    #[must_use]
    pub fn changed_meanwhile(self, names: &[String]) -> String {
        let names = names.join(", ");
        self.pick(
            format!("Buiten kring veranderd: {names}. Alles is bewaard. Typ door, of kies met F8."),
            format!("Changed outside kring: {names}. All is kept. Type on, or choose with F8."),
        )
    }

    /// What the choice between two versions is about.
    #[must_use]
    pub fn settle_means(self, names: &[String], beside: &[String]) -> String {
        let (names, beside) = (names.join(", "), beside.join(", "));
        self.pick(
            format!("Iets anders dan kring veranderde {names} terwijl je bezig was. Beide versies zijn bewaard. Die van kring, met wat jij typte, heet zolang {beside}."),
            format!("Something other than kring changed {names} while you worked. Both versions are kept. The one of kring, with what you typed, is called {beside} for now."),
        )
    }

    /// A second version, on a row of the group.
    #[must_use]
    pub fn second_version(self, second: &Second) -> String {
        let name = second.name();
        let name = harmless::line(&name);
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

    /// A second version was put in the backups.
    #[must_use]
    pub fn was_put_away(self, name: &str) -> String {
        let name = harmless::line(name);
        self.pick(
            format!("Opgeborgen in de map backups, als {name}."),
            format!("Put away in the backups folder, as {name}."),
        )
    }

    /// What a second version is of, for who checks the files.
    pub(super) fn second_of(self, original: Original) -> String {
        let what = match original {
            Original::Group => self.pick("het dossier", "the dossier").to_owned(),
            Original::Meeting(id) => self.of_meeting_on(id.date),
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

    fn of_meeting_on(self, date: NaiveDate) -> String {
        let date = self.day_and_month(date);
        self.pick(format!("de bijeenkomst van {date}"), format!("the meeting of {date}"))
    }
}
