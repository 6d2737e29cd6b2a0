//! Times of day, written ("14.20") or as they are said ("half drie").

use chrono::NaiveTime;

use super::words::{count, digits, fold, split, two_digits};

/// A said time before this hour is in the afternoon: nobody meets at half past two at night.
const FIRST_MORNING_HOUR: u32 = 7;

/// Reads a time of day: "14.20", "1420", "14u20", "9 uur", "half drie", "kwart over twee", "2.20
/// pm".
///
/// Said times ("half drie", "2 uur") before seven are in the afternoon; written ones ("2.20") are
/// read as they are.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let folded = fold(text);
    let words = split(&folded);
    let words = match words.as_slice() {
        ["om" | "at", rest @ ..] => rest,
        all => all,
    };
    spoken(words).or_else(|| written(&words.concat()))
}

fn spoken(words: &[&str]) -> Option<NaiveTime> {
    let minutes = match words {
        ["half", "past", hour] => spoken_hour(hour)? + 30,
        ["half", hour] => spoken_hour(hour)? - 30,
        [hour, "uur" | "o'clock"] => spoken_hour(hour)?,
        [some, "over" | "past", hour] => spoken_hour(hour)? + spoken_minutes(some)?,
        [some, "voor" | "to", hour] => spoken_hour(hour)? - spoken_minutes(some)?,
        [some, "over", "half", hour] => spoken_hour(hour)? - 30 + spoken_minutes(some)?,
        [some, "voor", "half", hour] => spoken_hour(hour)? - 30 - spoken_minutes(some)?,
        _ => return None,
    };
    in_daytime(minutes)
}

/// An hour from 1 to 23, in minutes. An hour with a leading zero is a written time.
fn spoken_hour(word: &str) -> Option<u32> {
    let hour = count(word).filter(|hour| (1..=23).contains(hour) && !word.starts_with('0'))?;
    Some(u32::from(hour) * 60)
}

fn spoken_minutes(word: &str) -> Option<u32> {
    match word {
        "kwart" | "quarter" => Some(15),
        _ => count(word).map(u32::from).filter(|minutes| (1..30).contains(minutes)),
    }
}

fn in_daytime(minutes: u32) -> Option<NaiveTime> {
    let (hour, minute) = (minutes / 60, minutes % 60);
    at(if hour < FIRST_MORNING_HOUR { hour + 12 } else { hour }, minute)
}

fn written(text: &str) -> Option<NaiveTime> {
    if let Some((morning, text)) = am_or_pm(text) {
        let (hour, minute) = hour_and_minute(text).or_else(|| Some((two_digits(text)?, 0)))?;
        let hour = (1..=12).contains(&hour).then_some(hour % 12)?;
        return at(if morning { hour } else { hour + 12 }, minute);
    }
    let text = text.replace("uur", "u");
    let hours = text.strip_suffix(['u', 'h']);
    if let Some(hour) = hours.and_then(two_digits) {
        return hours.and_then(spoken_hour).map_or_else(|| at(hour, 0), in_daytime);
    }
    let (hour, minute) = hour_and_minute(hours.unwrap_or(&text)).or_else(|| run_together(&text))?;
    at(hour, minute)
}

/// Whether the text ends in "am" (true) or "pm" (false), and the text before that.
fn am_or_pm(text: &str) -> Option<(bool, &str)> {
    const ENDINGS: [(&str, bool); 4] = [("am", true), ("a.m", true), ("pm", false), ("p.m", false)];
    ENDINGS.iter().find_map(|(ending, morning)| Some((*morning, text.strip_suffix(ending)?)))
}

/// "14.20", "14:20", "14u20", "14h20".
fn hour_and_minute(text: &str) -> Option<(u32, u32)> {
    let (hour, minute) = text.split_once(['.', ':', 'u', 'h'])?;
    let minute = Some(minute).filter(|minute| minute.len() == 2)?;
    Some((two_digits(hour)?, two_digits(minute)?))
}

/// "1420".
fn run_together(text: &str) -> Option<(u32, u32)> {
    let (hour, minute) = digits(text).filter(|text| text.len() == 4)?.split_at_checked(2)?;
    Some((two_digits(hour)?, two_digits(minute)?))
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}
