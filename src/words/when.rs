//! When something is done, in words that are read back as the same, and what is open about it.

use chrono::{NaiveDate, Weekday};

use super::Words;
use crate::domain::dates::{DateProblem, Holiday, holiday};
use crate::domain::when::{
    Doubt, DoubtWhy, Due, How, PartOfDay, Rhythm, RhythmDay, Unit, Unsettled, Until, When,
};

/// How long a day is written.
#[derive(Clone, Copy)]
enum Length {
    /// As in a column, seen from a day.
    Short(NaiveDate),
    /// As on paper.
    Long,
}

impl Words {
    /// When something is to be done, in a column: "vr 12 mrt", "om de week op vrijdag".
    #[must_use]
    pub fn when(self, when: &When, today: NaiveDate) -> String {
        self.said_when(when, Length::Short(today))
    }

    /// When something is to be done, on paper.
    #[must_use]
    pub fn long_when(self, when: &When) -> String {
        self.said_when(when, Length::Long)
    }

    /// What paper says of when, behind who does it; blank where the sentence of the agreement says it.
    #[must_use]
    pub fn paper_when_line(self, when: Option<&When>, unsettled: &Unsettled) -> String {
        let said = match (when, unsettled) {
            (Some(when), _) => self.long_when(when),
            (None, Unsettled::Doubt(doubt)) => self.long_doubt(doubt),
            (None, Unsettled::Words) => return String::new(),
            (None, Unsettled::Nothing) => self.not_agreed_yet().to_owned(),
        };
        format!(" {}: {said}.", self.paper_when())
    }

    fn said_when(self, when: &When, length: Length) -> String {
        match when {
            When::Day(due) => self.due(due, length),
            When::From(date) => {
                let from = self.pick("vanaf", "from");
                format!("{from} {}", self.date_of(*date, length))
            }
            When::Next => {
                self.pick("uiterlijk de volgende bijeenkomst", "by the next meeting").to_owned()
            }
            When::Recurs(rhythm) => self.rhythm(rhythm, length),
        }
    }

    fn date_of(self, date: NaiveDate, length: Length) -> String {
        match length {
            Length::Short(today) => self.short_date(date, today),
            Length::Long => self.long_date(date),
        }
    }

    fn due(self, due: &Due, length: Length) -> String {
        let date = self.date_of(due.date, length);
        let limited = match due.how {
            How::On => date,
            How::By => format!("{} {date}", self.pick("uiterlijk", "by")),
            How::Before => format!("{} {date}", self.pick("vóór", "before")),
        };
        let time = due.time.map(|time| self.at_time(time));
        let part = due.part.map(|part| format!(" {}", self.part_of_day(part)));
        limited + &time.or(part).unwrap_or_default()
    }

    fn at_time(self, time: chrono::NaiveTime) -> String {
        format!(" {} {}", self.pick("om", "at"), self.said_time(time))
    }

    fn part_of_day(self, part: PartOfDay) -> &'static str {
        match part {
            PartOfDay::Morning => self.pick("'s ochtends", "in the morning"),
            PartOfDay::Afternoon => self.pick("'s middags", "in the afternoon"),
            PartOfDay::Evening => self.pick("'s avonds", "in the evening"),
            PartOfDay::Night => self.pick("'s nachts", "at night"),
        }
    }

    fn rhythm(self, rhythm: &Rhythm, length: Length) -> String {
        let time = rhythm.time.map(|time| self.at_time(time));
        let part = rhythm.part.map(|part| format!(" {}", self.part_of_day(part)));
        let from = rhythm
            .from
            .map(|from| format!(" {} {}", self.pick("vanaf", "from"), self.date_of(from, length)));
        let until = rhythm.until.map(|until| match until {
            Until::Day(day) => {
                let until = self.pick("tot en met", "up to and including");
                format!(" {until} {}", self.date_of(day, length))
            }
            Until::Next => {
                self.pick(" tot de volgende bijeenkomst", " until the next meeting").to_owned()
            }
        });
        let limits = [time.or(part), from, until].into_iter().flatten();
        self.rhythm_alone(rhythm) + &limits.collect::<String>()
    }

    fn rhythm_alone(self, rhythm: &Rhythm) -> String {
        let (unit, interval) = (rhythm.unit, rhythm.interval);
        if let Some(times) = rhythm.times {
            return self.times_in(times, interval, unit);
        }
        if let Some(day) = rhythm.day_of_month {
            return self.on_day_of_month(day, interval);
        }
        if rhythm.days.is_empty() {
            return self.every(interval, unit);
        }
        if unit == Unit::Month {
            return self.on_nth(&rhythm.days, interval);
        }
        let days: Vec<Weekday> = rhythm.days.iter().map(|on| on.day).collect();
        if interval == 1 { self.every_day_of(&days) } else { self.every_on(interval, unit, &days) }
    }

    fn every_on(self, interval: u16, unit: Unit, days: &[Weekday]) -> String {
        let days = self.listed(days.iter().map(|day| self.weekday(*day)));
        format!("{} {} {days}", self.every(interval, unit), self.pick("op", "on"))
    }

    /// "elke maandag", "elke werkdag", "elke dag behalve zondag".
    fn every_day_of(self, days: &[Weekday]) -> String {
        const WORK: [Weekday; 5] =
            [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];
        if days == WORK {
            return self.pick("elke werkdag", "every working day").to_owned();
        }
        if days == WEEKEND {
            return self.pick("elk weekend", "every weekend").to_owned();
        }
        let all = WORK.into_iter().chain(WEEKEND);
        let free: Vec<Weekday> = all.filter(|day| !days.contains(day)).collect();
        if let [free] = free.as_slice() {
            let day = self.weekday(*free);
            return self.pick(format!("elke dag behalve {day}"), format!("every day except {day}"));
        }
        let days = self.listed(days.iter().map(|day| self.weekday(*day)));
        self.pick(format!("elke {days}"), format!("every {days}"))
    }

    fn every(self, interval: u16, unit: Unit) -> String {
        match (unit, interval) {
            (Unit::Day, 1) => self.pick("elke dag", "every day").to_owned(),
            (Unit::Week, 1) => self.pick("elke week", "every week").to_owned(),
            (Unit::Month, 1) => self.pick("elke maand", "every month").to_owned(),
            (Unit::Year, 1) => self.pick("elk jaar", "every year").to_owned(),
            (Unit::Day, 2) => self.pick("om de dag", "every other day").to_owned(),
            (Unit::Week, 2) => self.pick("om de week", "every other week").to_owned(),
            (Unit::Month, 2) => self.pick("om de maand", "every other month").to_owned(),
            (Unit::Month, 3) => self.pick("elk kwartaal", "every quarter").to_owned(),
            (Unit::Month, 6) => self.pick("elk half jaar", "every 6 months").to_owned(),
            _ => {
                let every = self.pick("elke", "every");
                format!("{every} {}", self.units(interval, unit))
            }
        }
    }

    /// "3 weken", "week".
    fn units(self, number: u16, unit: Unit) -> String {
        let (one, more) = match unit {
            Unit::Day => self.pick(("dag", "dagen"), ("day", "days")),
            Unit::Week => self.pick(("week", "weken"), ("week", "weeks")),
            Unit::Month => self.pick(("maand", "maanden"), ("month", "months")),
            Unit::Year => self.pick(("jaar", "jaar"), ("year", "years")),
        };
        if number == 1 { one.to_owned() } else { format!("{number} {more}") }
    }

    fn times_in(self, times: u16, interval: u16, unit: Unit) -> String {
        let units = self.units(interval, unit);
        match (self.pick(false, true), times, interval) {
            (false, ..) => format!("{times} keer per {units}"),
            (true, 2, 1) => format!("twice a {units}"),
            (true, _, 1) => format!("{times} times a {units}"),
            (true, ..) => format!("{times} times every {units}"),
        }
    }

    fn on_day_of_month(self, day: i8, interval: u16) -> String {
        let day = match day {
            -1 => self.pick("de laatste dag", "the last day").to_owned(),
            day => self.pick(format!("de {day}e"), format!("the {}", english_ordinal(day))),
        };
        if interval == 1 {
            return self.pick(format!("{day} van elke maand"), format!("{day} of every month"));
        }
        let every = self.every(interval, Unit::Month);
        self.pick(format!("{every} op {day}"), format!("{every} on {day}"))
    }

    /// "elke eerste maandag van de maand".
    fn on_nth(self, days: &[RhythmDay], interval: u16) -> String {
        let nth = days.iter().map(|on| self.nth(on.nth.unwrap_or(1)));
        let nth = self.listed(nth);
        let day = days.first().map_or("", |on| self.weekday(on.day));
        if interval == 1 {
            return self.pick(
                format!("elke {nth} {day} van de maand"),
                format!("every {nth} {day} of the month"),
            );
        }
        let every = self.every(interval, Unit::Month);
        self.pick(format!("{every} op de {nth} {day}"), format!("{every} on the {nth} {day}"))
    }

    fn nth(self, nth: i8) -> &'static str {
        match nth {
            1 => self.pick("eerste", "first"),
            2 => self.pick("tweede", "second"),
            3 => self.pick("derde", "third"),
            4 => self.pick("vierde", "fourth"),
            5 => self.pick("vijfde", "fifth"),
            _ => self.pick("laatste", "last"),
        }
    }

    /// Words one after another: "maandag, woensdag en vrijdag".
    fn listed<'a>(self, words: impl Iterator<Item = &'a str>) -> String {
        let words: Vec<&str> = words.collect();
        match words.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{} {} {last}", before.join(", "), self.pick("en", "and"))
            }
            _ => words.concat(),
        }
    }

    /// What is open about a day, as a question with the days that may be meant.
    #[must_use]
    pub fn doubt(self, doubt: &Doubt, today: NaiveDate) -> String {
        self.asked_doubt(doubt, Length::Short(today))
    }

    /// The same on paper.
    #[must_use]
    pub fn long_doubt(self, doubt: &Doubt) -> String {
        self.asked_doubt(doubt, Length::Long)
    }

    /// The days come first: a line may be too short for the reason.
    fn asked_doubt(self, doubt: &Doubt, length: Length) -> String {
        let choice = self.choice(doubt, length);
        match self.why(doubt) {
            why if why.is_empty() => choice,
            why if choice.is_empty() => why,
            why => format!("{choice} ({why})"),
        }
    }

    /// "zaterdag 28 februari of zondag 1 maart?"
    fn choice(self, doubt: &Doubt, length: Length) -> String {
        let readings: Vec<String> =
            doubt.readings.iter().map(|when| self.said_when(when, length)).collect();
        if readings.is_empty() {
            return String::new();
        }
        format!("{}?", readings.join(self.pick(" of ", " or ")))
    }

    /// Why it is not certain which day is meant, as far as the days do not show it.
    fn why(self, doubt: &Doubt) -> String {
        match doubt.why {
            DoubtWhy::OtherWeekday => self.other_weekday(doubt),
            DoubtWhy::NoSuchDay => {
                self.pick("deze dag bestaat niet", "this day does not exist").to_owned()
            }
            DoubtWhy::Past => self.pick("deze dag is al voorbij", "this day has passed").to_owned(),
            DoubtWhy::WhichWeek | DoubtWhy::WhichRhythm => String::new(),
        }
    }

    /// "7 april is een woensdag".
    fn other_weekday(self, doubt: &Doubt) -> String {
        use chrono::Datelike;
        let Some(date) = doubt.readings.first().and_then(When::date) else { return String::new() };
        let (day, weekday) = (self.day_and_month(date), self.weekday(date.weekday()));
        self.pick(format!("{day} is een {weekday}"), format!("{day} is a {weekday}"))
    }

    /// Why a typed day was not accepted, or what has to be added to it.
    #[must_use]
    pub fn date_problem(self, problem: &DateProblem) -> String {
        match problem {
            DateProblem::Empty => self.pick("Nog geen datum.", "No date yet.").to_owned(),
            DateProblem::NotUnderstood => self
                .pick(
                    "Deze datum begrijp ik niet. Typ bijvoorbeeld 2 maart, of over 3 weken.",
                    "I do not understand this date. Type 2 March, for example, or in 3 weeks.",
                )
                .to_owned(),
            DateProblem::WhichDay(first, last) => self.which_day(*first, *last),
            DateProblem::Doubt(doubt) => {
                let (why, choice) = (self.why(doubt), self.choice(doubt, Length::Long));
                let sentences = [format!("{why}."), choice];
                let said = sentences.iter().filter(|one| one.len() > 1);
                said.map(|one| super::capital(one)).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// The same for a field that expects a day in the past.
    #[must_use]
    pub fn past_date_problem(self, problem: &DateProblem) -> String {
        match problem {
            DateProblem::NotUnderstood => self
                .pick(
                    "Deze datum begrijp ik niet. Typ bijvoorbeeld 2 maart, of gisteren.",
                    "I do not understand this date. Type 2 March, for example, or yesterday.",
                )
                .to_owned(),
            problem => self.date_problem(problem),
        }
    }

    /// Asks which day of a period is meant.
    fn which_day(self, first: NaiveDate, last: NaiveDate) -> String {
        let (first, last) = (self.day_and_month(first), self.day_and_month(last));
        self.pick(
            format!("Welke dag van {first} tot en met {last}? Typ ook de dag."),
            format!("Which day from {first} to {last}? Add the day."),
        )
    }
}

impl Words {
    /// Says behind a day that it is a public holiday: " · dat is tweede paasdag"; else nothing.
    #[must_use]
    pub fn on_holiday(self, day: NaiveDate) -> String {
        let Some(holiday) = holiday(day) else { return String::new() };
        let name = match holiday {
            Holiday::NewYear => self.pick("nieuwjaarsdag", "New Year's Day"),
            Holiday::GoodFriday => self.pick("Goede Vrijdag", "Good Friday"),
            Holiday::Easter => self.pick("Pasen", "Easter"),
            Holiday::KingsDay => self.pick("Koningsdag", "King's Day"),
            Holiday::Liberation => self.pick("Bevrijdingsdag", "Liberation Day"),
            Holiday::Ascension => self.pick("Hemelvaart", "Ascension Day"),
            Holiday::Pentecost => self.pick("Pinksteren", "Whitsun"),
            Holiday::Christmas => self.pick("Kerst", "Christmas"),
        };
        self.pick(format!(" · let op: het is dan {name}"), format!(" · note: that is {name}"))
    }
}

fn english_ordinal(day: i8) -> String {
    let ending = match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

#[cfg(test)]
mod tests;
