//! The words of the log and of erasing for good.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::log::Done;

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
    erase_means => "kring haalt dit overal uit deze groep weg: ook uit oude versies, het verslag en wat je ongedaan kunt maken. Dit kan niet terug.",
        "kring takes this out of the whole group: out of old versions, minutes and what can be undone too. It cannot come back.";
    /// The safe answer.
    erase_no => "Nee, laten staan", "No, leave it";
    /// The other answer.
    erase_yes => "Ja, wis het voorgoed", "Yes, erase it for good";
    /// It is gone.
    erased => "Voorgoed gewist. In het logboek staat alleen dat er iets gewist is.",
        "Erased for good. The log only says that something was erased.";
    /// Not everything could be reached.
    not_all_erased => "Nog niet overal gewist: een bestand gaf niet mee. Probeer het straks opnieuw.",
        "Not erased everywhere yet: a file would not give way. Try again in a while.";
    /// There is nothing to erase.
    nothing_to_erase => "Zet de cursor in de regel die weg moet.", "Put the cursor in the line that has to go.";
    /// Too little to erase.
    too_short_to_erase => "Dit is te kort om overal weg te halen. Wis het met Backspace.",
        "This is too short to take out everywhere. Delete it with Backspace.";
}

impl Words {
    /// What was done, as a sentence: "14.32 uur  Lot: hersteldoel (Kort 1)".
    #[must_use]
    pub fn log_line(self, time: &str, by: &str, done: Done, about: &str) -> String {
        let what = match done {
            Done::Did(deed) => {
                let deed = self.deed(deed);
                self.pick(
                    format!("{by} veranderde iets: {deed}"),
                    format!("{by} changed something: {deed}"),
                )
            }
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
            format!("{time}  {what}, {about}.")
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
