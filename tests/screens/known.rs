//! Defects that are known and not mended yet. Each stands here with its scene, so that none is
//! hidden; one that is mended makes the play fail until it is taken off the list.

use crate::picture::Picture;

/// What is wrong in many scenes: the end of their variants, and how the defect begins.
const EVERYWHERE: &[(&str, &str)] = &[
    // Esc, which the contract names, gives way to F6 in the bar of a note.
    ("nl-80x25", "the bar lacks \"lijst met punten\""),
    ("en-80x25", "the bar lacks \"list of items\""),
    // Where the letters of attendance work, not all of them fit.
    ("nl-80x25", "the bar lacks \"iemand erbij\""),
    ("en-80x25", "the bar lacks \"add somebody\""),
    ("en-80x25", "the bar lacks \"leaves earlier\""),
];

/// A scene, the end of its variants, and how its defect begins.
const KNOWN: &[(&str, &str, &str)] = &[
    // A note or an answer that has scrolled does not say that there is more above.
    ("long_note", "", "the beginning of the note is above"),
    ("long_note_middle", "80x25", "the beginning of the note is above"),
    ("agreement_what_long", "nl-80x25", "the beginning of the answer is above"),
    ("agreement_what_long_top", "nl-80x25", "the beginning of the answer is above"),
    // Enter leaves a field of many lines instead of making a new one.
    ("plan_signs_typed", "", "a name of the program's own"),
    // Sentences for the message row that are longer than the row.
    ("read_only", "80x25", "the message is cut"),
    ("read_only_meeting", "80x25", "the message is cut"),
    ("read_only_unknown_program", "80x25", "the message is cut"),
    ("doubt", "80x25", "the message is cut"),
    ("doubt_refuses", "80x25", "the message is cut"),
    ("home_broken_group", "80x25", "the message is cut"),
    ("after_talk_saved", "80x25", "the message is cut"),
];

/// Fails when a picture has a defect that is not known, or lacks one that is.
pub(crate) fn compare(scene: &str, variant: &str, defects: &[String], picture: &Picture) {
    let here = |(of, end, _): &&(&str, &str, &str)| *of == scene && variant.ends_with(end);
    let known: Vec<&str> = KNOWN.iter().filter(here).map(|(_, _, begins)| *begins).collect();
    let anywhere = EVERYWHERE.iter().filter(|(end, _)| variant.ends_with(end));
    let allowed: Vec<&str> =
        anywhere.map(|(_, begins)| *begins).chain(known.iter().copied()).collect();
    let is_known = |defect: &&String| allowed.iter().any(|begins| defect.starts_with(begins));
    let fresh: Vec<&String> = defects.iter().filter(|defect| !is_known(defect)).collect();
    let mended: Vec<&&str> = known
        .iter()
        .filter(|begins| !defects.iter().any(|defect| defect.starts_with(**begins)))
        .collect();
    if std::env::var_os("KRING_DEFECTS").is_some() {
        for defect in &fresh {
            println!("DEFECT {scene}@{variant}: {defect}");
        }
        return;
    }
    let text = picture.text();
    assert!(fresh.is_empty(), "{scene}@{variant}: {fresh:#?}\n{text}");
    assert!(mended.is_empty(), "{scene}@{variant} no longer has {mended:?}");
}
