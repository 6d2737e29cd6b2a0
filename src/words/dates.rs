//! Dates, times and lengths of time, as people write them.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::{Words, capital, messages};
use crate::domain::frequency::Frequency;

messages! {
    date_label => "Datum", "Date";
    time_label => "Tijd", "Time";
    no_such_time => "Deze tijd ken ik niet. Typ bijvoorbeeld 14.30.",
        "I do not know this time. Type 14.30, for example.";
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const SHORT_WEEKDAYS: [[&str; 7]; 2] =
    [["ma", "di", "wo", "do", "vr", "za", "zo"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]];

impl Words {
    fn of<const N: usize>(self, table: &[[&'static str; N]; 2], index: usize) -> &'static str {
        let [dutch, english] = table;
        self.pick(dutch, english).get(index).copied().unwrap_or("")
    }

    fn month(self, date: NaiveDate) -> &'static str {
        self.of(&MONTHS, date.month0() as usize)
    }

    #[must_use]
    pub fn weekday(self, day: Weekday) -> &'static str {
        self.of(&WEEKDAYS, day.num_days_from_monday() as usize)
    }

    /// A date in a column: "do 12 feb", with the year where it could be taken for another: half a year
    /// away or more, and past in another year.
    #[must_use]
    pub fn short_date(self, date: NaiveDate, today: NaiveDate) -> String {
        let weekday = self.of(&SHORT_WEEKDAYS, date.weekday().num_days_from_monday() as usize);
        let month = self.of(&SHORT_MONTHS, date.month0() as usize);
        let day = format!("{weekday} {} {month}", date.day());
        let (same, gone) = (date.year() == today.year(), date < today);
        let near = (date - today).num_days().abs() < 180;
        let plain = if gone { same && near } else { same || near };
        if plain { day } else { format!("{day} {}", date.year()) }
    }

    /// A date in a column, always with its year: "12 feb 2026".
    #[must_use]
    pub fn dated(self, date: NaiveDate) -> String {
        let month = self.of(&SHORT_MONTHS, date.month0() as usize);
        format!("{:2} {month} {}", date.day(), date.year())
    }

    /// A date on paper: "donderdag 12 februari 2026".
    #[must_use]
    pub fn long_date(self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        format!("{weekday} {} {} {}", date.day(), self.month(date), date.year())
    }

    /// A date in a sentence: "12 februari".
    #[must_use]
    pub fn day_and_month(self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// A date below a chart: "12 feb".
    #[must_use]
    pub fn month_short(self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.of(&SHORT_MONTHS, date.month0() as usize))
    }

    /// How far away a day is: "vandaag", "over 3 weken", "2 dagen geleden".
    #[must_use]
    pub fn distance(self, date: NaiveDate, today: NaiveDate) -> String {
        let days = (date - today).num_days();
        match days {
            0 => self.pick("vandaag", "today").to_owned(),
            1 => self.pick("morgen", "tomorrow").to_owned(),
            -1 => self.pick("gisteren", "yesterday").to_owned(),
            _ if days > 0 => {
                let span = self.span(days);
                self.pick(format!("over {span}"), format!("in {span}"))
            }
            _ => {
                let span = self.span(-days);
                self.pick(format!("{span} geleden"), format!("{span} ago"))
            }
        }
    }

    /// How far away a day to come is, in weeks, to compare it with other days.
    #[must_use]
    pub fn in_weeks(self, date: NaiveDate, today: NaiveDate) -> String {
        let days = (date - today).num_days();
        if days < 14 {
            return self.distance(date, today);
        }
        let weeks = self.weeks(days);
        self.pick(format!("over {weeks}"), format!("in {weeks}"))
    }

    /// A number of days in whole weeks.
    fn weeks(self, days: i64) -> String {
        self.counted((days + 3) / 7, "week", "weken", "week", "weeks")
    }

    /// A number of days in the unit a person would use.
    fn span(self, days: i64) -> String {
        match days {
            0..14 => self.counted(days, "dag", "dagen", "day", "days"),
            14..84 => self.weeks(days),
            // Of 30.44 days, so that a year is twelve of them.
            84..720 => {
                let months = (days * 100 + 1_522) / 3_044;
                self.counted(months, "maand", "maanden", "month", "months")
            }
            _ => self.counted((days + 182) / 365, "jaar", "jaar", "year", "years"),
        }
    }

    /// A number with its noun, in the singular or the plural.
    #[must_use]
    pub fn counted(self, number: i64, nl1: &str, nl: &str, en1: &str, en: &str) -> String {
        let (one, more) = self.pick((nl1, nl), (en1, en));
        let noun = if number == 1 { one } else { more };
        format!("{number} {noun}")
    }

    #[must_use]
    pub fn minutes(self, number: i64) -> String {
        self.counted(number, "minuut", "minuten", "minute", "minutes")
    }

    /// A time on the screen: "14.37".
    #[must_use]
    pub fn clock_time(self, time: NaiveTime) -> String {
        self.pick(
            format!("{}.{:02}", time.hour(), time.minute()),
            format!("{}:{:02}", time.hour(), time.minute()),
        )
    }

    /// A time in a sentence: "14.30 uur", "2.30 pm".
    #[must_use]
    pub fn said_time(self, time: NaiveTime) -> String {
        let (afternoon, hour) = time.hour12();
        let half = if afternoon { "pm" } else { "am" };
        self.pick(
            format!("{}.{:02} uur", time.hour(), time.minute()),
            format!("{hour}.{:02} {half}", time.minute()),
        )
    }

    /// How often the group meets: "eens per 3 maanden".
    #[must_use]
    pub fn frequency(self, frequency: Frequency) -> String {
        let once = |number: u16, nl1: &str, nl: &str, en1: &str, en: &str| match number {
            1 => self.pick(format!("elke {nl1}"), format!("every {en1}")),
            _ => self.pick(format!("eens per {number} {nl}"), format!("once every {number} {en}")),
        };
        match frequency {
            Frequency::Weeks(weeks) => once(weeks, "week", "weken", "week", "weeks"),
            Frequency::Months(12) => self.pick("eens per jaar", "once a year").to_owned(),
            Frequency::Months(months) => once(months, "maand", "maanden", "month", "months"),
        }
    }

    /// A warning about the day of the next meeting.
    #[must_use]
    pub fn date_is_past(self, date: NaiveDate) -> String {
        let date = capital(&self.long_date(date));
        self.pick(
            format!("{date} is al voorbij. Kies een andere dag."),
            format!("{date} has passed. Choose another day."),
        )
    }

    /// A warning about a time of today.
    #[must_use]
    pub fn time_is_past(self, date: NaiveDate) -> String {
        let date = capital(&self.long_date(date));
        self.pick(
            format!("{date} is vandaag, en die tijd is al voorbij. Klopt dat?"),
            format!("{date} is today, and that time has passed. Is that right?"),
        )
    }

    /// A warning in a field that expects a day to come.
    #[must_use]
    pub fn day_has_passed(self, date: &str) -> String {
        let date = capital(date);
        self.pick(format!("{date} is al voorbij."), format!("{date} has passed."))
    }

    /// A warning in a field that expects a day in the past.
    #[must_use]
    pub fn day_is_to_come(self, date: &str) -> String {
        let date = capital(date);
        self.pick(format!("{date} moet nog komen."), format!("{date} is still to come."))
    }

    /// Below a time that does not count, because one that was typed later stands after the day.
    #[must_use]
    pub fn time_after_day(self, time: NaiveTime) -> String {
        let time = self.said_time(time);
        self.pick(
            format!("Het is om {time}, zoals bij de datum staat."),
            format!("It is at {time}, as the date says."),
        )
    }

    /// A warning about a time early in the morning: the afternoon may be meant.
    #[must_use]
    pub fn time_at_night(self, time: NaiveTime) -> String {
        let said = self.said_time(time);
        let later = self.said_time(time.with_hour(time.hour() + 12).unwrap_or(time));
        self.pick(
            format!("{said}, dat is 's nachts. Bedoel je {later}?"),
            format!("{said}, that is at night. Do you mean {later}?"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::read_date;
    use crate::language::Language;

    #[test]
    fn what_is_written_can_be_read_again() {
        let today = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        for language in [Language::Dutch, Language::English] {
            let words = Words(language);
            for days in 0..120u64 {
                let date = today.checked_add_days(chrono::Days::new(days)).unwrap();
                for text in [
                    words.short_date(date, today),
                    words.long_date(date),
                    words.day_and_month(date),
                ] {
                    assert_eq!(read_date(&text, today), Ok(date), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_far_date_has_its_year_and_a_distance_its_unit() {
        let words = Words(Language::Dutch);
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(words.short_date(day(2027, 9, 2), day(2026, 2, 12)), "do 2 sep 2027");
        assert_eq!(words.short_date(day(2027, 1, 7), day(2026, 12, 12)), "do 7 jan");
        assert_eq!(words.short_date(day(2025, 9, 20), day(2026, 2, 12)), "za 20 sep 2025");
        assert_eq!(words.short_date(day(2026, 2, 3), day(2026, 12, 12)), "di 3 feb 2026");
        assert_eq!(words.short_date(day(2026, 11, 3), day(2026, 12, 12)), "di 3 nov");
        assert_eq!(words.distance(day(2026, 5, 14), day(2026, 2, 12)), "over 3 maanden");
        assert_eq!(words.distance(day(2026, 3, 5), day(2026, 2, 12)), "over 3 weken");
        assert_eq!(words.distance(day(2026, 2, 10), day(2026, 2, 12)), "2 dagen geleden");
        assert_eq!(words.distance(day(2025, 6, 17), day(2026, 11, 24)), "17 maanden geleden");
    }
}
