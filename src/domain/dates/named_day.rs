//! What a phrase for a day or a period means, seen from a day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::feast::Feast;
use super::filled::Filled;
use super::period::{
    Grain, Named, Period, Uncertain, Why, YEARS, add_months, in_week, is_near, last_weekday,
    monday_of, moved, nearest_weekday, shifted, week, weekday_after, year,
};
use super::vocabulary::DayPhrase;
use crate::domain::when::Unit;

/// The most years between two 29 Februaries, when a century has none.
const LEAP_GAP: i32 = 8;
/// The day of a month that "begin" and "half" mean.
const BEGIN_OF_MONTH: u32 = 10;
const HALF_OF_MONTH: u32 = 15;
/// From when on it is the end of a month, where somebody asks for a day of it.
const END_OF_MONTH: u32 = 21;

/// The day from which a phrase is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct SeenFrom {
    pub(super) today: NaiveDate,
    /// Whether a day that is not certain is the last such day and not the next.
    pub(super) back: bool,
}

impl SeenFrom {
    /// What a phrase means; `None` when it means nothing, or a day outside [`YEARS`].
    pub(super) fn meaning(self, phrase: DayPhrase, filled: &Filled) -> Option<Named> {
        let named = match phrase {
            DayPhrase::Date => self.date(filled)?,
            DayPhrase::DayOfMonth(months) => self.day_of_month(months, filled)?,
            DayPhrase::NextWeekday => self.next_weekday(filled.weekday?)?,
            DayPhrase::WeekNumber => self.week_number(filled)?,
            DayPhrase::WeekdayAhead => self.weekday_ahead(filled)?,
            phrase => Ok(self.certain(phrase, filled)?),
        };
        let is_near_all = match &named {
            Ok(period) => period.is_near(),
            Err(uncertain) => uncertain.days.iter().all(|day| is_near(*day)),
        };
        is_near_all.then_some(named)
    }

    /// What a phrase means that leaves nothing open.
    fn certain(self, phrase: DayPhrase, filled: &Filled) -> Option<Period> {
        Some(match phrase {
            DayPhrase::Days(days) => Period::day(shifted(self.today, days)?),
            DayPhrase::Ahead => Period::day(ahead(self.today, filled)?),
            DayPhrase::AheadBy(unit) => {
                Period::day(moved(self.today, u32::from(filled.numbers[0]?), unit)?)
            }
            DayPhrase::Ago => Period::day(self.ago(filled)?),
            DayPhrase::Months(months) => Period::day(add_months(self.today, months)?),
            DayPhrase::Within => Period::of(self.today, ahead(self.today, filled)?, Grain::Other),
            DayPhrase::Period(number) => self.unit(number, filled.unit?)?,
            DayPhrase::Weekend(weeks) => {
                let monday = self.monday(weeks)?;
                Period::of(shifted(monday, 5)?, shifted(monday, 6)?, Grain::Other)
            }
            DayPhrase::Weekday if self.back => {
                Period::day(last_weekday(filled.weekday?, self.today)?)
            }
            DayPhrase::Weekday => Period::day(weekday_after(filled.weekday?, self.today)?),
            DayPhrase::LastWeekday => Period::day(last_weekday(filled.weekday?, self.today)?),
            DayPhrase::WeekdayOfWeek(weeks) => {
                Period::day(in_week(self.monday(weeks)?, filled.weekday?)?)
            }
            DayPhrase::WeekdayWeek => {
                Period::day(shifted(weekday_after(filled.weekday?, self.today)?, 7)?)
            }
            DayPhrase::DaysAhead(days) => Period::day(ahead(shifted(self.today, days)?, filled)?),
            DayPhrase::AheadWeekday => {
                let day = ahead(self.today, filled)?;
                Period::day(in_week(monday_of(day)?, filled.weekday?)?)
            }
            DayPhrase::WeekOf => week(monday_of(filled.period?.first)?)?,
            DayPhrase::Month => self.month(filled)?,
            DayPhrase::Year => year(filled.year?)?,
            DayPhrase::Begin | DayPhrase::Half | DayPhrase::End => {
                self.part(phrase, filled.period?)?
            }
            DayPhrase::EndOfMonth => self.part(DayPhrase::End, self.month(filled)?)?,
            DayPhrase::EndOfThis => {
                let unit = self.unit(0, filled.unit?)?;
                let end = || Some(Period::of(unit.last, unit.last, Grain::Other));
                self.part(DayPhrase::End, unit).or_else(end)?
            }
            DayPhrase::Feast => self.feast(filled)?,
            DayPhrase::NthWeekday => self.nth_weekday(filled)?,
            DayPhrase::LastDay => Period::day(filled.period?.last),
            DayPhrase::Shift(sign) => shift(sign, filled)?,
            DayPhrase::Beside(sign) => beside(sign, filled)?,
            DayPhrase::WeekdayBeside(sign) => {
                let (period, day) = (filled.period?, filled.weekday?);
                Period::day(if sign < 0 {
                    last_weekday(day, period.first)?
                } else {
                    weekday_after(day, period.last)?
                })
            }
            DayPhrase::Date
            | DayPhrase::DayOfMonth(_)
            | DayPhrase::NextWeekday
            | DayPhrase::WeekNumber
            | DayPhrase::WeekdayAhead => return None,
        })
    }

    fn ago(self, filled: &Filled) -> Option<NaiveDate> {
        let (size, unit) = filled.unit?;
        let number = u32::from(filled.numbers[0]?).checked_mul(u32::from(size))?;
        match unit {
            Unit::Day => self.today.checked_sub_days(Days::new(u64::from(number))),
            Unit::Week => self.today.checked_sub_days(Days::new(u64::from(number) * 7)),
            Unit::Month => self.today.checked_sub_months(Months::new(number)),
            Unit::Year => self.today.checked_sub_months(Months::new(number.checked_mul(12)?)),
        }
    }

    /// The Monday of the week, so many from this one.
    fn monday(self, weeks: i16) -> Option<NaiveDate> {
        shifted(monday_of(self.today)?, weeks.checked_mul(7)?)
    }

    /// A unit of the calendar, so many from the one of today.
    fn unit(self, number: i16, (size, unit): (u16, Unit)) -> Option<Period> {
        match unit {
            // "De volgende dag" is the day after another one.
            Unit::Day => None,
            Unit::Week => week(self.monday(number.checked_mul(i16::try_from(size).ok()?)?)?),
            Unit::Month => {
                let size = u32::from(size);
                let first =
                    self.today.with_day(1)?.with_month(self.today.month0() / size * size + 1)?;
                let months = u32::from(number.unsigned_abs()).checked_mul(size)?;
                let first = if number < 0 {
                    first.checked_sub_months(Months::new(months))?
                } else {
                    first.checked_add_months(Months::new(months))?
                };
                let last = first.checked_add_months(Months::new(size))?.pred_opt()?;
                Some(Period::of(first, last, if size == 1 { Grain::Month } else { Grain::Other }))
            }
            Unit::Year => year(self.today.year().checked_add(i32::from(number))?),
        }
    }

    fn month(self, filled: &Filled) -> Option<Period> {
        let month = filled.month?;
        let of = |year| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
            Some(Period { yearly: filled.year.is_none(), ..Period::of(first, last, Grain::Month) })
        };
        match filled.year {
            Some(year) => of(year),
            None if self.back => (0..=1)
                .filter_map(|years| of(self.today.year() - years))
                .find(|it| it.first <= self.today),
            None => (0..=1)
                .filter_map(|years| of(self.today.year() + years))
                .find(|it| it.last >= self.today),
        }
    }

    /// The begin, half or end of a week, month or year.
    fn part(self, phrase: DayPhrase, of: Period) -> Option<Period> {
        let day = |of: Period| match (phrase, of.grain) {
            (DayPhrase::End, Grain::Week | Grain::Month | Grain::Year) => Some(of.last),
            (DayPhrase::Begin, Grain::Month) => of.first.with_day(BEGIN_OF_MONTH),
            (DayPhrase::Half, Grain::Month) => of.first.with_day(HALF_OF_MONTH),
            (DayPhrase::Begin, Grain::Year) => of.first.with_day(31),
            (DayPhrase::Half, Grain::Year) => of.first.with_month(6)?.with_day(30),
            (DayPhrase::Begin, Grain::Week) => shifted(of.first, 1),
            (DayPhrase::Half, Grain::Week) => shifted(of.first, 2),
            _ => None,
        };
        let mut of = of;
        if of.yearly && !self.back && day(of)? < self.today {
            of = next_such_month(of)?;
        }
        let last = day(of)?;
        let choice_from = match (phrase, of.grain) {
            (DayPhrase::Half, Grain::Month) => of.first.with_day(BEGIN_OF_MONTH + 1)?,
            (DayPhrase::End, Grain::Month) => of.first.with_day(END_OF_MONTH)?,
            (_, Grain::Year) => last.with_day(1)?,
            (DayPhrase::Half, Grain::Week) => of.first.succ_opt()?,
            (DayPhrase::End, Grain::Week) => in_week(of.first, Weekday::Thu)?,
            _ => of.first,
        };
        Some(Period { choice_from, ..Period::of(last, last, Grain::Other) })
    }

    fn feast(self, filled: &Filled) -> Option<Period> {
        let feast: Feast = filled.feast?;
        let of = |year| {
            let (first, last) = feast.in_year(year)?;
            Some(Period { yearly: filled.year.is_none(), ..Period::of(first, last, Grain::Feast) })
        };
        let this = self.today.year();
        match filled.year {
            Some(year) => of(year),
            None if self.back => {
                (0..=1).filter_map(|years| of(this - years)).find(|it| it.first <= self.today)
            }
            // A feast that goes over into the year may have begun in the last one.
            None => (-1..=1).filter_map(|years| of(this + years)).find(|it| it.last >= self.today),
        }
    }

    fn nth_weekday(self, filled: &Filled) -> Option<Period> {
        let (of, day, nth) = (filled.period?, filled.weekday?, filled.ordinals[0]?);
        if of.grain != Grain::Month {
            return None;
        }
        let in_month = |of: Period| match nth {
            -1 => {
                let after = weekday_after(day, of.last)?;
                after.checked_sub_days(Days::new(7))
            }
            nth => NaiveDate::from_weekday_of_month_opt(
                of.first.year(),
                of.first.month(),
                day,
                u8::try_from(nth).ok()?,
            ),
        };
        let mut found = in_month(of)?;
        if of.yearly && !self.back && found < self.today {
            found = in_month(next_such_month(of)?)?;
        }
        Some(Period::day(found))
    }

    /// "Volgende vrijdag" is the one of the next week, or the one to come, where those differ.
    fn next_weekday(self, weekday: Weekday) -> Option<Named> {
        let next_week = in_week(self.monday(1)?, weekday)?;
        let to_come = weekday_after(weekday, self.today)?;
        if next_week == to_come {
            return Some(Ok(Period::day(next_week)));
        }
        Some(Err(Uncertain { why: Why::WhichWeek, days: vec![next_week, to_come] }))
    }

    /// "Vrijdag over twee weken"; of "vrijdag over een maand" the Fridays on both sides.
    fn weekday_ahead(self, filled: &Filled) -> Option<Named> {
        let weekday = filled.weekday?;
        let (_, unit) = filled.unit?;
        if unit == Unit::Week {
            return Some(Ok(Period::day(ahead(weekday_after(weekday, self.today)?, filled)?)));
        }
        let near = ahead(self.today, filled)?;
        if near.weekday() == weekday {
            return Some(Ok(Period::day(near)));
        }
        let days = vec![last_weekday(weekday, near)?, weekday_after(weekday, near)?];
        Some(Err(Uncertain { why: Why::WhichWeek, days }))
    }

    /// The next week with a number, this week included, or a weekday of it.
    fn week_number(self, filled: &Filled) -> Option<Named> {
        let number = u32::from(filled.numbers[0]?);
        let this_week = self.today.iso_week();
        let monday =
            |years| NaiveDate::from_isoywd_opt(this_week.year() + years, number, Weekday::Mon);
        let found = if self.back {
            (0..=LEAP_GAP).filter_map(|years| monday(-years)).find(|it| it.iso_week() <= this_week)
        } else {
            (0..=LEAP_GAP).filter_map(monday).find(|it| it.iso_week() >= this_week)
        };
        let monday = found?;
        let named = match filled.weekday {
            Some(day) => Period::day(in_week(monday, day)?),
            None => week(monday)?,
        };
        Some(Ok(named))
    }

    /// A date of the calendar, as far as it was said.
    fn date(self, filled: &Filled) -> Option<Named> {
        let (day, month) = match filled.digits {
            Some(date) => (date.day, date.month),
            None => (filled.day?, filled.month?),
        };
        let of = |year| NaiveDate::from_ymd_opt(year, month, day);
        let this = self.today.year();
        let found = match filled.year {
            Some(year) if !YEARS.contains(&year) => return None,
            Some(year) => of(year),
            None if self.back => self.date_back(&of, filled.weekday),
            None => {
                (0..=LEAP_GAP).filter_map(|years| of(this + years)).find(|it| *it >= self.today)
            }
        };
        let Some(found) = found else {
            return Some(Err(self.no_such_day(month, filled.year)));
        };
        match filled.weekday {
            Some(weekday) if found.weekday() != weekday => Some(Err(Uncertain {
                why: Why::OtherWeekday,
                days: vec![found, nearest_weekday(weekday, found)?],
            })),
            _ => Some(Ok(Period { yearly: filled.year.is_none(), ..Period::day(found) })),
        }
    }

    /// The last such day; the next one where a weekday fits that and not the last.
    fn date_back(
        self,
        of: &impl Fn(i32) -> Option<NaiveDate>,
        weekday: Option<Weekday>,
    ) -> Option<NaiveDate> {
        let this = self.today.year();
        let last =
            (0..=LEAP_GAP).filter_map(|years| of(this - years)).find(|it| *it <= self.today)?;
        let next = (0..=1).filter_map(|years| of(this + years)).find(|it| *it > self.today);
        let fits = |day: &NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
        if fits(&last) { Some(last) } else { next.filter(fits).or(Some(last)) }
    }

    /// The last day of the month and the first of the next one, of a day that the month does not have.
    fn no_such_day(self, month: u32, year: Option<i32>) -> Uncertain {
        let why = Why::NoSuchDay;
        let last = |year| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            first.checked_add_months(Months::new(1))?.pred_opt()
        };
        let this = self.today.year();
        let last = match year {
            Some(year) => last(year),
            None => (0..=1).filter_map(|years| last(this + years)).find(|it| *it >= self.today),
        };
        let days = last.map(|last| [Some(last), last.succ_opt()].into_iter().flatten().collect());
        Uncertain { why, days: days.unwrap_or_default() }
    }

    /// The day of a month that was not named.
    fn day_of_month(self, months: i16, filled: &Filled) -> Option<Named> {
        let day = filled.day?;
        let first = self.today.with_day(1)?;
        let in_month = |number: u32| {
            let first = if self.back {
                first.checked_sub_months(Months::new(number))?
            } else {
                first.checked_add_months(Months::new(number))?
            };
            first.with_day(day)
        };
        let fits = |it: &NaiveDate| if self.back { *it <= self.today } else { *it >= self.today };
        let begin = u32::from(months.unsigned_abs());
        let mut all = (begin..48).filter_map(in_month).filter(fits);
        let Some(found) = all.next() else {
            return Some(Err(Uncertain { why: Why::NoSuchDay, days: Vec::new() }));
        };
        match filled.weekday {
            Some(weekday) if found.weekday() != weekday => {
                let other = all.find(|it| it.weekday() == weekday);
                let days = [Some(found), other].into_iter().flatten().collect();
                Some(Err(Uncertain { why: Why::OtherWeekday, days }))
            }
            _ => Some(Ok(Period::day(found))),
        }
    }
}

/// So many of a unit after a day.
fn ahead(from: NaiveDate, filled: &Filled) -> Option<NaiveDate> {
    let (size, unit) = filled.unit?;
    moved(from, u32::from(filled.numbers[0]?).checked_mul(u32::from(size))?, unit)
}

/// The same month a year later.
fn next_such_month(of: Period) -> Option<Period> {
    let first = of.first.checked_add_months(Months::new(12))?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some(Period { yearly: of.yearly, ..Period::of(first, last, of.grain) })
}

/// So many of a unit before or after a day.
fn shift(sign: i16, filled: &Filled) -> Option<Period> {
    let (of, (size, unit)) = (filled.period?, filled.unit?);
    let number = u32::from(filled.numbers[0]?).checked_mul(u32::from(size))?;
    let day = if sign > 0 {
        moved(of.last, number, unit)?
    } else {
        match unit {
            Unit::Day => of.first.checked_sub_days(Days::new(u64::from(number)))?,
            Unit::Week => of.first.checked_sub_days(Days::new(u64::from(number) * 7))?,
            Unit::Month => of.first.checked_sub_months(Months::new(number))?,
            Unit::Year => of.first.checked_sub_months(Months::new(number.checked_mul(12)?))?,
        }
    };
    Some(Period::day(day))
}

/// The unit before or after that of a day. The week before or after a feast is left open: to some it is the
/// week in which the feast falls.
fn beside(sign: i16, filled: &Filled) -> Option<Period> {
    let (of, (size, unit)) = (filled.period?, filled.unit?);
    let near = if sign < 0 { of.first } else { of.last };
    match unit {
        Unit::Day => Some(Period::day(shifted(near, sign)?)),
        Unit::Week if of.grain != Grain::Feast => week(shifted(monday_of(near)?, 7 * sign)?),
        Unit::Month if size == 1 => {
            let from = SeenFrom { today: near, back: false };
            from.unit(sign, (1, Unit::Month))
        }
        _ => None,
    }
}
