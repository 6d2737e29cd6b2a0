//! What the reader of days knows of a language: its words, and the phrases that can be made of them.
//!
//! Each language is a file below this one, with nothing but tables. A phrase is a row of words between
//! spaces: `a|b` is one of both, `[a]` may be left out, `<slot>` is something of a kind ([`Slot`]), and `$`
//! holds where nothing follows that could belong to it. Of several phrases the longest counts.
//!
//! [`Slot`]: super::phrase::Slot

mod dutch;
mod english;

use super::feast::Feast;
use crate::domain::when::{PartOfDay, Unit};

/// The languages that are read, in the order in which they count where both read the same words.
pub(super) static LANGUAGES: [&Vocabulary; 2] = [&dutch::DUTCH, &english::ENGLISH];

/// Words, with spaces between them.
pub(super) type Words = &'static str;

/// Whether a word is one of some words.
pub(super) fn holds(words: Words, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

/// Phrases, each with its meaning.
pub(super) type Phrases<M> = &'static [(&'static str, M)];

/// The words and phrases of a language. A form that ends with a dot is an abbreviation: a dot behind it
/// belongs to it.
pub(super) struct Vocabulary {
    /// The forms of each weekday, from Monday.
    pub(super) weekdays: [&'static str; 7],
    /// Short weekdays that are other words too.
    pub(super) unsure: Words,
    /// What a whole weekday ends with when it is said of every such day.
    pub(super) plural_endings: Words,
    /// The forms of each month, from January.
    pub(super) months: [&'static str; 12],
    /// From one on; forms of one number have a `|` between them.
    pub(super) numbers: Words,
    /// From the first on.
    pub(super) ordinals: Words,
    /// The last of some days.
    pub(super) last: Words,
    /// What is written behind a number to count with it.
    pub(super) ordinal_endings: Words,
    /// What may be written behind a number without a space.
    pub(super) behind_numbers: Words,
    pub(super) units: &'static [(&'static str, u16, Unit)],
    /// Parts of the day that are written onto a day: "vrijdag" + "avond"; and those words.
    pub(super) joined_parts: Phrases<PartOfDay>,
    pub(super) part_stems: &'static [(&'static str, &'static str)],
    /// Parts of the day as words of their own.
    pub(super) parts: Phrases<PartOfDay>,
    pub(super) feasts: Phrases<Feast>,
    pub(super) days: Phrases<DayPhrase>,
    pub(super) limits: Phrases<Limit>,
    /// What may stand behind a day: "vrijdag uiterlijk".
    pub(super) limits_behind: Phrases<Limit>,
    pub(super) next_meeting: Phrases<()>,
    pub(super) times: Phrases<TimePhrase>,
    /// Whether "half" before an hour is half an hour before it and not after it.
    pub(super) half_is_before: bool,
    /// Words that begin something else behind a number: "de 15e met Noor".
    pub(super) boundary: Words,
    /// What may stand before a time.
    pub(super) at: Words,
    pub(super) rhythms: Phrases<RhythmPhrase>,
    /// What may stand between a rhythm and its weekdays.
    pub(super) on: Phrases<()>,
    pub(super) and: Words,
    pub(super) except: Words,
    /// What may stand for both days of a weekend: "behalve in het weekend".
    pub(super) weekend: Phrases<()>,
    pub(super) around: Around,
    pub(super) sentence: Sentence,
}

/// Words around a day that say that it is not the day on which something is done.
pub(super) struct Around {
    /// Directly before it: "van vrijdag", "vorige vrijdag", "behalve vrijdag".
    pub(super) before: Words,
    /// Directly before its number, which says what the number is of: "bladzijde 3".
    pub(super) labels: Words,
    /// Directly after it: "vrijdag of", "een week na".
    pub(super) after: Words,
    /// Anywhere in its part of the sentence: "niet".
    pub(super) not: Words,
    /// Anywhere before it: they begin another sentence, "als het vrijdag regent".
    pub(super) clause: Words,
    /// Directly before a month that is a name too: "in april".
    pub(super) before_months: Words,
    /// Words that begin a purpose, each with one that shows that it was one: "om vrijdag te bellen".
    pub(super) purpose: &'static [(&'static str, &'static str)],
    /// Between two numbers of a range, or before the first: "van 12 tot 16 april".
    pub(super) range: Words,
    /// Before the unit of which it is one: "elke eerste maandag van het kwartaal".
    pub(super) of: Words,
    /// Anywhere in its part of the sentence: they make it another rhythm, "voortaan".
    pub(super) rhythmic: Words,
    /// Before a unit: "in de even weken".
    pub(super) even: Words,
    /// Words for a unit that are not in `units`: "uur".
    pub(super) other_units: Words,
    /// Parts of verbs that may stand behind a date: "belt op 2-4 terug".
    pub(super) particles: Words,
    /// Verbs that tell what was, and those that do so with a participle.
    pub(super) past: Words,
    pub(super) perfect: Words,
    /// Behind a participle they say that it has still to come: "moet vrijdag betaald zijn".
    pub(super) infinitives: Words,
    pub(super) participles: Words,
    pub(super) participle_beginnings: Words,
    pub(super) participle_endings: Words,
    /// The limits that end a rhythm, and that say of `states` how long they last.
    pub(super) until: Words,
    pub(super) states: Words,
    /// Words that say something of when, and that are no day: "binnenkort".
    pub(super) vague: Words,
}

/// What is needed to make a sentence of the words that are left.
pub(super) struct Sentence {
    /// Whether the verb stands second, so that "vrijdag belt Bo" becomes "Bo belt".
    pub(super) verb_second: bool,
    /// Stands for a day in front, where the subject is not known: "dan".
    pub(super) then: &'static str,
    /// What most verbs end with behind one person: "Bo belt".
    pub(super) verb_ending: char,
    /// Other verbs behind one person.
    pub(super) verbs: Words,
    /// Words that end like such a verb and are none.
    pub(super) no_verbs: Words,
    /// What verbs end with behind several people, where that differs: "Bo en Noor bellen".
    pub(super) plural_ending: &'static str,
    /// What a verb without a subject ends with, if that shows, and words that end like one and are none.
    pub(super) infinitive_ending: &'static str,
    pub(super) no_infinitives: Words,
    /// Verbs behind "I" and "we".
    pub(super) own_verbs: Words,
    /// Subjects that are no name.
    pub(super) pronouns: Words,
    pub(super) articles: Words,
    /// Verbs of the passive voice, and the word for "by" in it.
    pub(super) passive: Words,
    pub(super) by: &'static str,
}

/// The meaning of a phrase for a day or a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPhrase {
    /// So many days from today.
    Days(i16),
    /// Today and so many of a unit on: `over <n> <unit>`; and before today.
    Ahead,
    Ago,
    /// The same, with the unit in one letter: "+3w".
    AheadBy(Unit),
    /// The same, with the number of months given.
    Months(u16),
    /// From today until so many of a unit on.
    Within,
    /// The calendar's unit, so many from the one of today.
    Period(i16),
    Weekend(i16),
    /// The next such weekday, never today.
    Weekday,
    /// The last such weekday, never today.
    LastWeekday,
    /// The weekday in a week, so many weeks from this one.
    WeekdayOfWeek(i16),
    /// "Volgende vrijdag": in the next week, or the one to come.
    NextWeekday,
    /// The next such weekday, and so many of a unit on: "vrijdag over een week".
    WeekdayAhead,
    /// The next such weekday, and a week on: "Tuesday week".
    WeekdayWeek,
    /// The last day of a month: "late April".
    EndOfMonth,
    /// So many days from today, and so many of a unit on: "morgen over een week".
    DaysAhead(i16),
    /// The weekday in the week of the day so far on: "over 3 weken op vrijdag".
    AheadWeekday,
    WeekNumber,
    WeekOf,
    /// A date, as far as it was given: day, month, year, weekday.
    Date,
    /// The day of a month that was not named.
    DayOfMonth(i16),
    Month,
    Year,
    Begin,
    Half,
    End,
    /// The last day of the unit of today.
    EndOfThis,
    Feast,
    /// The nth weekday of a month.
    NthWeekday,
    LastDay,
    /// So many of a unit before (-1) or after (1) a day.
    Shift(i16),
    /// The unit before or after that of a day: "de week na 15 april".
    Beside(i16),
    /// The weekday before or after a day.
    WeekdayBeside(i16),
}

/// How a day limits what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    On,
    By,
    Before,
    After,
    From,
}

/// The meaning of a phrase for a time of day. Numbers are as they stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimePhrase {
    /// As on a clock: "14.20".
    Clock,
    /// "2 uur".
    Hour,
    /// "2 uur 20".
    HourMinute,
    /// The hour alone, behind a word for "at".
    BareHour,
    Half,
    /// "half past 2".
    HalfPast,
    /// Minutes past (1) or to (-1) an hour.
    Minutes(i8),
    Quarter(i8),
    /// Minutes past or to the half: "vijf over half drie".
    AroundHalf(i8),
    Noon,
    Midnight,
    Morning,
    Afternoon,
}

/// The meaning of a phrase for a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RhythmPhrase {
    /// Every unit, or every so many.
    Every,
    /// Every second unit.
    EveryOther,
    /// Every third unit.
    EveryNth,
    /// A fixed rhythm.
    Fixed(u16, Unit),
    /// So many times in a period.
    Times,
    /// Twice in a period, three times in a period.
    FixedTimes(u16),
    /// Every such weekday.
    Weekdays,
    /// Every second such weekday.
    EveryOtherWeekday,
    WorkingDays,
    WeekendDays,
    /// The nth weekday of each month.
    NthWeekday,
    /// That, or every so many weeks: "elke tweede dinsdag".
    NthWeekdayPerhaps,
    /// The day of each month.
    DayOfMonth,
    LastDay,
    /// Every day, at this part of it.
    Part(PartOfDay),
}
