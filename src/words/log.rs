//! The log: who changed what, and when.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::domain::log::Done;

messages! {
    the_log => "Logboek: wie wat veranderde", "Log: who changed what";
    log_is_empty => "Er is nog niets veranderd.", "Nothing was changed yet.";
    log_intro => "Wie wat veranderde, het nieuwste eerst. Wat er stond, staat hier niet.",
        "Who changed what, the newest first. What it said is not here.";
    /// In place of a name, when it is not known who it was.
    somebody_did => "Iemand", "Somebody";
    the_plan => "het signaleringsplan", "the signalling plan";
}

impl Words {
    /// One line of the log: "14.32 uur  Lot begon een doel: Zelf de post openen."
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
            Done::Began => {
                return self.pick(
                    format!("{time}  {by} begon met {about}."),
                    format!("{time}  {by} began {about}."),
                );
            }
            Done::LetGo => {
                return self.pick(
                    format!("{time}  {by} haalde {about} weg: daarin was niets gebeurd."),
                    format!("{time}  {by} took {about} away: nothing had happened in it."),
                );
            }
            Done::Agreed => {
                return self.pick(
                    format!("{time}  {by} rondde {about} af."),
                    format!("{time}  {by} closed {about}."),
                );
            }
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
            format!("{time}  {what}: {about}.")
        }
    }

    /// A meeting in a sentence.
    #[must_use]
    pub fn the_meeting_of(self, date: NaiveDate) -> String {
        let date = self.day_and_month(date);
        self.pick(format!("de bijeenkomst van {date}"), format!("the meeting of {date}"))
    }

    /// An item of a meeting in a sentence.
    #[must_use]
    pub fn item_of_meeting(self, number: usize, date: NaiveDate) -> String {
        let meeting = self.the_meeting_of(date);
        self.pick(format!("punt {number} van {meeting}"), format!("item {number} of {meeting}"))
    }
}
