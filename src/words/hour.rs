//! The hour of a meeting: the clock, the time of each item, and advice in whole minutes.

use chrono::NaiveTime;

use super::{Words, messages};

messages! {
    ready_to_begin => "Klopt deze lijst? Met Enter begint het uur.", "Is this list right? Enter begins the hour.";
    not_begun => "De klok loopt nog niet. F5 begint het uur.",
        "The clock is not running yet. F5 begins the hour.";
    in_pause => "Pauze. F5 laat de klok weer lopen.", "A pause. F5 lets the clock run again.";
    /// From 55 minutes on.
    time_to_close => "Nog 5 minuten. Tijd om af te ronden.", "5 minutes left. Time to close.";
    /// From 65 minutes on.
    hour_is_over => "Het uur is om. Rond samen af: Esc, dan f.", "The hour is over. Close together: Esc, then f.";
    /// In place of the minutes of an item that took longer than planned.
    longer_than_planned => "langer dan gedacht", "longer than planned";
    /// In place of the advice when a meeting is written down afterwards.
    without_clock => "Schrijf op wat er besproken is. Er loopt geen klok.", "Write down what there was. No clock is running.";
    hour_waits => "het uur is nog niet begonnen", "the hour has not begun";
    pause => "pauze", "pause";
    clock_keys => "Esc terug   F5 of p pauze", "Esc back   F5 or p pause";
    ask_budget => "Hoeveel minuten krijgt dit punt?", "How many minutes does this item get?";
}

impl Words {
    /// Below the number on the large clock.
    #[must_use]
    pub fn minutes_left(self, left: i64) -> &'static str {
        match left {
            1 => self.pick("minuut te gaan", "minute to go"),
            _ => self.pick("minuten te gaan", "minutes to go"),
        }
    }

    /// Below the number on the large clock; `left` is below zero.
    #[must_use]
    pub fn minutes_over(self, left: i64) -> &'static str {
        match left {
            -1 => self.pick("minuut over de tijd", "minute over time"),
            _ => self.pick("minuten over de tijd", "minutes over time"),
        }
    }

    #[must_use]
    pub fn remaining(self, left: i64) -> String {
        let minutes = self.minutes(left.abs());
        if left < 0 {
            self.pick(format!("{minutes} over de tijd"), format!("{minutes} over"))
        } else {
            self.pick(format!("nog {minutes}"), format!("{minutes} left"))
        }
    }

    #[must_use]
    pub fn paused(self, left: i64) -> String {
        format!("{} · {}", self.pause(), self.remaining(left))
    }

    #[must_use]
    pub fn so_far_until(self, elapsed: i64, ends: NaiveTime) -> String {
        let ends = self.clock_time(ends);
        self.pick(format!("{elapsed} van 60, tot {ends}"), format!("{elapsed} of 60, until {ends}"))
    }

    #[must_use]
    pub fn so_far(self, elapsed: i64) -> String {
        self.pick(format!("{elapsed} van 60"), format!("{elapsed} of 60"))
    }

    /// The clock of the computer jumped: `counted` while those minutes are part of the hour.
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

    /// Advice: somebody who is needed for an item leaves before its turn.
    #[must_use]
    pub fn leaves_before(self, name: &str, item: &str) -> String {
        self.pick(
            format!("{name} gaat eerder weg. Eerst \"{item}\"?"),
            format!("{name} leaves earlier. \"{item}\" first?"),
        )
    }

    #[must_use]
    pub fn left_for_closing(self, left: i64) -> String {
        let minutes = self.minutes(left);
        self.pick(format!("Jullie hebben nog {minutes}."), format!("You have {minutes} left."))
    }

    /// At 60 minutes: closing first, and once a little more, when the client wants it.
    #[must_use]
    pub fn hour_is_full(self, client: &str) -> String {
        self.pick(
            format!("Het uur is om. Samen afronden? Esc, dan f. Of nog 5 minuten, als {client} dat wil."),
            format!("The hour is over. Close together? Esc, then f. Or 5 more minutes, if {client} wants."),
        )
    }

    /// Shown at 15 and 10 minutes before the end.
    #[must_use]
    pub fn minutes_to_go(self, left: i64) -> String {
        let minutes = self.minutes(left);
        self.pick(format!("Nog {minutes}."), format!("{minutes} left."))
    }

    /// How many minutes the remaining items need; `ask` when it is time for the next one.
    #[must_use]
    pub fn still_asked(self, first: usize, last: usize, minutes: i64, ask: bool) -> String {
        let minutes = self.minutes(minutes);
        let items = if first == last {
            self.pick(format!("Voor punt {first}"), format!("Item {first} needs"))
        } else {
            self.pick(
                format!("Voor punt {first} t/m {last}"),
                format!("Items {first} to {last} need"),
            )
        };
        let question = self.pick(" Tijd voor het volgende punt?", " Next item?");
        let question = if ask { question } else { "" };
        self.pick(
            format!("{items} is nog {minutes} nodig.{question}"),
            format!("{items} another {minutes}.{question}"),
        )
    }

    /// "14 van 25 minuten".
    #[must_use]
    pub fn spent_of(self, spent: i64, all: i64) -> String {
        let all = self.minutes(all);
        self.pick(format!("{spent} van {all}"), format!("{spent} of {all}"))
    }

    #[must_use]
    pub fn minutes_range(self, most: u16) -> String {
        self.pick(
            format!("Typ een getal van 1 tot en met {most}."),
            format!("Type a number from 1 to {most}."),
        )
    }
}
