//! What the hour says, in words and whole minutes.

use chrono::NaiveTime;

use crate::words::{Words, messages};

messages! {
    /// The hour can begin.
    ready_to_begin => "Klopt wie er is? Enter begint het uur.", "Is the list right? Enter begins the hour.";
    /// The hour has not begun.
    not_begun => "De klok loopt nog niet. F5 begint het uur.",
        "The clock is not running yet. F5 begins the hour.";
    /// The hour is in a pause.
    in_pause => "Pauze. F5 laat de klok weer lopen.", "A pause. F5 lets the clock run again.";
    /// The hour is over.
    hour_is_over => "Het uur is om. Rond rustig af.", "The hour is over. Close in your own time.";
}

impl Words {
    /// What is left of the hour, or how far it is over.
    #[must_use]
    pub fn remaining(self, left: i64) -> String {
        let minutes = self.minutes(left.abs());
        if left < 0 {
            self.pick(format!("{minutes} over de tijd"), format!("{minutes} over"))
        } else {
            self.pick(format!("nog {minutes}"), format!("{minutes} left"))
        }
    }

    /// The same, in a pause.
    #[must_use]
    pub fn paused(self, left: i64) -> String {
        format!("{} · {}", self.pause(), self.remaining(left))
    }

    /// How far the hour is, and when it will end.
    #[must_use]
    pub fn forecast(self, elapsed: i64, ends: NaiveTime) -> String {
        let ends = self.clock_time(ends);
        self.pick(
            format!("{elapsed} van 60, klaar om {ends}"),
            format!("{elapsed} of 60, done at {ends}"),
        )
    }

    /// How far the hour is.
    #[must_use]
    pub fn so_far(self, elapsed: i64) -> String {
        self.pick(format!("{elapsed} van 60"), format!("{elapsed} of 60"))
    }

    /// The clock made a jump.
    #[must_use]
    pub fn jumped(self, minutes: i64, counted: bool) -> String {
        let minutes = self.minutes(minutes);
        if counted {
            self.pick(
                format!(
                    "De klok sprong {minutes} vooruit. Hoort dat er niet bij? F7 haalt het eraf."
                ),
                format!(
                    "The clock jumped {minutes} ahead. Not part of the meeting? F7 takes it off."
                ),
            )
        } else {
            self.pick(
                format!("{minutes} eraf gehaald. F7 telt ze weer mee."),
                format!("{minutes} taken off. F7 counts them again."),
            )
        }
    }

    /// Somebody leaves before the item that needs them.
    #[must_use]
    pub fn leaves_before(self, name: &str, item: &str) -> String {
        self.pick(
            format!("{name} gaat eerder weg. Eerst \"{item}\"?"),
            format!("{name} leaves earlier. \"{item}\" first?"),
        )
    }

    /// How long there is for closing.
    #[must_use]
    pub fn left_for_closing(self, left: i64) -> String {
        let minutes = self.minutes(left);
        self.pick(
            format!("Nog {minutes} voor het afronden."),
            format!("Time for closing: {minutes}."),
        )
    }

    /// So many minutes are left, said once.
    #[must_use]
    pub fn minutes_to_go(self, left: i64) -> String {
        let minutes = self.minutes(left);
        self.pick(format!("Nog {minutes}."), format!("{minutes} left."))
    }

    /// How many minutes the items still ask; `ask` when it is time to go on.
    #[must_use]
    pub fn still_asked(self, first: usize, last: usize, minutes: i64, ask: bool) -> String {
        let minutes = self.minutes(minutes);
        let items = if first == last {
            self.pick(format!("Punt {first} vraagt"), format!("Item {first} needs"))
        } else {
            self.pick(
                format!("Punt {first} t/m {last} vragen"),
                format!("Items {first} to {last} need"),
            )
        };
        let question = self.pick(" Tijd voor het volgende punt?", " Time for the next item?");
        let question = if ask { question } else { "" };
        self.pick(
            format!("{items} nog {minutes}.{question}"),
            format!("{items} {minutes} more.{question}"),
        )
    }
}
