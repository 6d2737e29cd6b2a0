//! The words of the log and of erasing for good.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::history::Deed;
use crate::domain::log::Done;
use crate::store::sweep::Erased;

messages! {
    /// Nothing was changed yet.
    log_is_empty => "Er is nog niets veranderd.", "Nothing was changed yet.";
    /// What the log is.
    log_intro => "Wie wat veranderde, het nieuwste eerst. Wat er stond, staat hier niet.",
        "Who changed what, the newest first. What it said is not here.";
    /// Nobody is known.
    somebody_did => "Iemand", "Somebody";
    /// The plan.
    the_plan => "het signaleringsplan", "the signalling plan";
    /// The heading of erasing.
    erase_title => "Voorgoed wissen", "Erase for good";
    /// What erasing means.
    erase_means => "kring haalt dit overal uit deze groep weg: ook uit oude versies en uit het verslag. Dit kan niet terug. Wat je eerder deed, kun je daarna ook niet meer ongedaan maken.",
        "kring takes this out of the whole group: out of old versions and minutes too. It cannot come back. What you did before cannot be undone after this either.";
    /// What erasing something in the bin means.
    erase_binned_means => "kring haalt dit uit de prullenbak en uit oude versies van het dossier. Een naam in een verslag blijft staan. Dit kan niet terug. Wat je eerder deed, kun je daarna ook niet meer ongedaan maken.",
        "kring takes this out of the bin and out of old versions of the dossier. A name in minutes stays. It cannot come back. What you did before cannot be undone after this either.";
    /// Which words?
    erase_which => "Welke woorden moeten weg? Typ ze precies zoals ze er staan.",
        "Which words have to go? Type them just as they stand.";
    /// Erase something, on a row.
    erase_something => "Iets voorgoed wissen", "Erase something for good";
    /// The safe answer.
    erase_no => "Nee, laten staan", "No, leave it";
    /// The other answer.
    erase_yes => "Ja, wis het voorgoed", "Yes, erase it for good";
    /// It is gone.
    erased => "Voorgoed gewist. In het logboek staat alleen dat er iets gewist is.",
        "Erased for good. The log only says that something was erased.";
    /// Not everything could be reached.
    not_all_erased => "Nog niet overal gewist: een bestand gaf niet mee. kring probeert het opnieuw zolang deze groep open is.",
        "Not erased everywhere yet: a file would not give way. kring keeps trying while this group is open.";
    /// The program ended while something was being erased.
    erasing_was_interrupted => "Het wissen van de vorige keer is niet afgemaakt. Staan de woorden er nog? Wis ze dan nog eens.",
        "The erasing of last time was not finished. Are the words still there? Then erase them once more.";
    /// The words stood nowhere.
    erased_nothing => "Deze woorden staan nergens in deze groep. Er is niets gewist.",
        "These words stand nowhere in this group. Nothing was erased.";
    /// There is nothing to erase.
    nothing_to_erase => "Zet de cursor in de regel die weg moet.", "Put the cursor in the line that has to go.";
    /// Too little to erase.
    too_short_to_erase => "Dit is te kort om overal weg te halen. Wis het met Backspace.",
        "This is too short to take out everywhere. Delete it with Backspace.";
}

impl Words {
    /// How far erasing has come.
    #[must_use]
    pub fn has_erased(self, erased: Erased) -> &'static str {
        match erased {
            Erased::Everywhere => self.erased(),
            Erased::Nowhere => self.erased_nothing(),
            Erased::NotYet => self.not_all_erased(),
        }
    }

    /// What was done, as a sentence: "14.32 uur  Lot: hersteldoel (Kort 1)".
    #[must_use]
    pub fn log_line(self, time: &str, by: &str, done: Done, about: &str) -> String {
        let what = match done {
            Done::Did(deed) => format!("{by} {}", self.did(deed)),
            Done::Undid => {
                self.pick(format!("{by} maakte iets ongedaan"), format!("{by} undid something"))
            }
            Done::Redid => {
                self.pick(format!("{by} deed iets opnieuw"), format!("{by} did something again"))
            }
            Done::Began => self.pick(format!("{by} begon"), format!("{by} began")),
            Done::LetGo => self
                .pick(format!("{by} begon toch niet aan"), format!("{by} did not begin after all")),
            Done::Agreed => self
                .pick(format!("{by} stelde het verslag vast"), format!("{by} agreed the minutes")),
            Done::Reopened => self.pick(
                format!("{by} heropende het verslag"),
                format!("{by} opened the minutes again"),
            ),
            Done::Erased => self.pick(
                format!("{by} wiste iets voorgoed"),
                format!("{by} erased something for good"),
            ),
        };
        if about.is_empty() {
            format!("{time}  {what}.")
        } else {
            format!("{time}  {what} ({about}).")
        }
    }

    /// What somebody did, after their name.
    fn did(self, deed: Deed) -> &'static str {
        match deed {
            Deed::Typing => self.pick("schreef iets", "wrote something"),
            Deed::Pasting => self.pick("plakte een tekst", "pasted a text"),
            Deed::Attendance => self.pick("gaf aan wie er is", "noted who is there"),
            Deed::Roles => self.pick("verdeelde de rollen", "gave out the roles"),
            Deed::CheckIn => self.pick("vinkte het rondje aan", "ticked the check-in"),
            Deed::Answer => {
                self.pick("gaf aan hoe een afspraak ging", "noted how an agreement went")
            }
            Deed::Agreement => self.pick("maakte een afspraak", "made an agreement"),
            Deed::Decision => self.pick("schreef een besluit op", "wrote down a decision"),
            Deed::GoalState => {
                self.pick("gaf aan hoe een doel ervoor staat", "noted where a goal stands")
            }
            Deed::Progress => {
                self.pick("gaf aan hoe het met een doel gaat", "noted how a goal is going")
            }
            Deed::NewGoal => self.pick("begon een doel", "began a goal"),
            Deed::NewPerson => self.pick("zette iemand erbij", "added somebody"),
            Deed::PersonName => self.pick("verbeterde een naam", "mended a name"),
            Deed::Reviewed => {
                self.pick("nam een deel van het plan door", "went through a part of the plan")
            }
            Deed::PlanShown => self.pick("liet het plan zien of niet", "showed the plan or not"),
            Deed::Frequency => {
                self.pick("koos hoe vaak de groep komt", "chose how often the group meets")
            }
            Deed::Topic => self.pick("koos een thema", "chose a theme"),
            Deed::NextDate | Deed::ProposedDay => self.pick("koos een dag", "chose a day"),
            Deed::Budget => self.pick("gaf een punt andere tijd", "gave an item other minutes"),
            Deed::Composition => {
                self.pick("gaf aan wie er de volgende keer is", "noted who is there next time")
            }
            Deed::AfterTalk => {
                self.pick("hield het nagesprek bij", "kept what was settled afterwards")
            }
            Deed::Jump => self
                .pick("besliste over een sprong van de klok", "decided about a jump of the clock"),
            Deed::Step => {
                self.pick("gaf aan hoe een stap ervoor staat", "noted where a step stands")
            }
            Deed::Ring => self.pick(
                "gaf iemand een plek in het sociogram",
                "gave somebody a place in the sociogram",
            ),
            Deed::Line => {
                self.pick("trok een lijn in het sociogram", "drew a line in the sociogram")
            }
            Deed::Kind => self.pick(
                "gaf aan wat iemand voor de cliënt is",
                "noted what somebody is to the client",
            ),
            Deed::Standing => {
                self.pick("gaf aan of iemand meedoet", "noted whether somebody joins")
            }
            Deed::Core => {
                self.pick("gaf aan wie vast in de groep zit", "noted who is in the fixed core")
            }
            Deed::Approach => self.pick("koos hoe je het vraagt", "chose how to ask"),
            Deed::Interview => self.pick("hield een gesprek bij", "kept something of an interview"),
            Deed::Dimension => {
                self.pick("gaf aan waar een doel over gaat", "noted what a goal is about")
            }
            Deed::Feasible => {
                self.pick("vroeg of een doel kan", "asked whether a goal can be reached")
            }
            Deed::Attainment => self.pick("gaf aan hoe ver een doel is", "noted how far a goal is"),
            Deed::Level => self.pick("zette een deel in het plan", "put a part in the plan"),
            Deed::Channel => self.pick("koos hoe je contact houdt", "chose how you keep in touch"),
            Deed::Reorientation => self.pick(
                "gaf aan of het tijd is om opnieuw te kijken",
                "noted whether it is time to look anew",
            ),
            Deed::Receiver => self.pick("koos wie de zorg overneemt", "chose who takes over care"),
            Deed::ProposedText => self.pick("vulde een voorbeeld in", "filled in an example"),
            Deed::Deleted => self.pick("legde iets in de prullenbak", "put something in the bin"),
            Deed::Restored => {
                self.pick("zette iets terug uit de prullenbak", "took something back from the bin")
            }
        }
    }

    /// A meeting, in a sentence.
    #[must_use]
    pub fn the_meeting_of(self, date: NaiveDate) -> String {
        let date = self.day_and_month(date);
        self.pick(format!("de bijeenkomst van {date}"), format!("the meeting of {date}"))
    }

    /// An item of a meeting, in a sentence.
    #[must_use]
    pub fn item_of_meeting(self, number: usize, date: NaiveDate) -> String {
        let meeting = self.the_meeting_of(date);
        self.pick(format!("punt {number} van {meeting}"), format!("item {number} of {meeting}"))
    }
}
