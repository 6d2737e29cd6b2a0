//! Recognizing second versions of a file by the names that other programs give them.
//!
//! When two computers changed the same file, a sync tool keeps both: one under its own name, the
//! other beside it under a name that depends on the tool and the language of the computer. All
//! tools keep the original name at the start, or after "Copy of". That pattern is matched here, not
//! a list of tools. The part that a tool adds after the original name is called the mark.

use crate::domain::ids::MeetingId;

/// The file of which there is a second version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Original {
    Group,
    Meeting(MeetingId),
    Log,
    Journal,
}

/// Prefixes of copies that were made by hand or on a drive in the browser, in lowercase.
const COPY_PREFIXES: [&str; 2] = ["copy of ", "kopie van "];
/// The characters with which a mark can start.
const MARK_STARTS: [char; 6] = [' ', '-', '_', '.', '(', '['];

/// The file of which this is the name of a second version. `None` for the names of kring's own
/// files, including temporary ones, and for files that are not kring's.
#[must_use]
pub fn of(name: &str) -> Option<Original> {
    let name = name.to_lowercase();
    let without_prefix = COPY_PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix));
    let (name, is_copy) = (without_prefix.unwrap_or(&name), without_prefix.is_some());
    journal_copy(name, is_copy).or_else(|| match name.strip_suffix(".ron") {
        Some(stem) => mark_before_extension(stem, is_copy),
        None => mark_after_extension(name),
    })
}

/// For names such as `group-KANTOOR3.ron` and `2026-02-12 (1).ron`; `stem` has no extension.
fn mark_before_extension(stem: &str, is_copy: bool) -> Option<Original> {
    let (original, mark) = own_name(stem)?;
    let fits = if mark.is_empty() { is_copy } else { mark.starts_with(MARK_STARTS) };
    fits.then_some(original)
}

/// For names such as `group.ron.kring-1` and `group.ron (SFConflict 2026-02-12)`.
fn mark_after_extension(name: &str) -> Option<Original> {
    let (stem, mark) = name.split_once(".ron")?;
    let (original, rest) = own_name(stem)?;
    let number = mark.strip_prefix(".kring-");
    let ours = number.is_some_and(|nr| !nr.is_empty() && nr.bytes().all(|it| it.is_ascii_digit()));
    let fits =
        rest.is_empty() && (ours || (mark.starts_with(MARK_STARTS) && mark.contains("conflict")));
    fits.then_some(original)
}

/// For names such as `journal-KANTOOR3.2`. A journal has no extension besides its number, so a mark
/// with a dot is accepted only when it has the word "conflict".
fn journal_copy(name: &str, is_copy: bool) -> Option<Original> {
    let mark = name.strip_prefix("journal")?;
    let is_number = |mark: &str| mark.strip_prefix('.').is_some_and(|nr| nr.parse::<u32>().is_ok());
    if mark.is_empty() || is_number(mark) {
        return is_copy.then_some(Original::Journal);
    }
    let bare = mark.rfind('.').filter(|at| is_number(mark.get(*at..).unwrap_or("")));
    let bare = bare.and_then(|at| mark.get(..at)).unwrap_or(mark);
    let plain = bare.starts_with([' ', '-', '_', '(', '[']) && !bare.contains('.');
    let fits = plain || (mark.starts_with(MARK_STARTS) && mark.contains("conflict"));
    fits.then_some(Original::Journal)
}

/// Splits a name into the file with which it starts and the mark after it.
fn own_name(stem: &str) -> Option<(Original, &str)> {
    for (own, original) in [("group", Original::Group), ("log", Original::Log)] {
        if let Some(mark) = stem.strip_prefix(own) {
            return Some((original, mark));
        }
    }
    let (date, mark) = stem.split_at_checked(10)?;
    // The id of the second meeting on a day ends in a number, which is not a mark.
    let digits = mark
        .strip_prefix('-')
        .map_or(0, |rest| rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
    let numbered = stem
        .split_at_checked(date.len() + 1 + digits)
        .filter(|(_, mark)| digits > 0 && (mark.is_empty() || mark.starts_with(MARK_STARTS)));
    let (id, mark) = numbered
        .and_then(|(id, mark)| Some((id.parse().ok()?, mark)))
        .or_else(|| Some((date.parse().ok()?, mark)))?;
    Some((Original::Meeting(id), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(id: &str) -> Original {
        Original::Meeting(id.parse().unwrap())
    }

    #[test]
    fn the_names_that_tools_give_are_recognized() {
        for (tool, name, original) in [
            ("Syncthing", "group.sync-conflict-20260212-101010-ABCDEFG.ron", Original::Group),
            (
                "Syncthing",
                "2026-02-12.sync-conflict-20260212-101010-ABCDEFG.ron",
                meeting("2026-02-12"),
            ),
            ("Syncthing", "journal.sync-conflict-20260212-101010-ABCDEFG", Original::Journal),
            ("Syncthing", "journal.sync-conflict-20260212-101010-ABCDEFG.2", Original::Journal),
            ("Dropbox", "group (Lot's conflicted copy 2026-02-12).ron", Original::Group),
            ("Dropbox", "group (KANTOOR3's conflicted copy 2026-02-12 (1)).ron", Original::Group),
            ("Dropbox", "group (Case Conflict).ron", Original::Group),
            ("Dropbox", "Group (Case Conflict 1).ron", Original::Group),
            (
                "Dropbox, Dutch",
                "group (conflicterende kopie van Lot 2026-02-12).ron",
                Original::Group,
            ),
            ("Nextcloud", "group (conflicted copy 2026-02-12 101010).ron", Original::Group),
            (
                "Nextcloud",
                "2026-02-12-2 (conflicted copy lot 2026-02-12 101010).ron",
                meeting("2026-02-12-2"),
            ),
            ("Nextcloud", "group (case clash from lot 2026-02-12 101010).ron", Original::Group),
            (
                "Nextcloud, Dutch",
                "group (conflicterend exemplaar 2026-02-12 101010).ron",
                Original::Group,
            ),
            ("ownCloud, old", "group_conflict-20260212-101010.ron", Original::Group),
            ("OneDrive", "group-KANTOOR3.ron", Original::Group),
            ("OneDrive", "2026-02-12-KANTOOR3.ron", meeting("2026-02-12")),
            ("OneDrive", "2026-02-12-LAPTOP-7QK.ron", meeting("2026-02-12")),
            ("OneDrive", "2026-02-12-2-KANTOOR3.ron", meeting("2026-02-12-2")),
            ("OneDrive", "log-KANTOOR3.ron", Original::Log),
            ("OneDrive", "journal-KANTOOR3", Original::Journal),
            ("OneDrive", "journal-KANTOOR3.2", Original::Journal),
            ("Google Drive", "2026-02-12 (1).ron", meeting("2026-02-12")),
            ("Google Drive", "Copy of group.ron", Original::Group),
            ("Google Drive, Dutch", "Kopie van 2026-02-12.ron", meeting("2026-02-12")),
            ("Google Drive", "journal (1)", Original::Journal),
            ("iCloud", "group 2.ron", Original::Group),
            ("Resilio", "group.Conflict.ron", Original::Group),
            ("Synology", "group_Lot-PC_Feb-12-1010-2026_Conflict.ron", Original::Group),
            (
                "Seafile",
                "group (SFConflict lot@example.org 2026-02-12-10-10-10).ron",
                Original::Group,
            ),
            ("Seafile, old", "group.ron (SFConflict 2026-02-12-10-10-10)", Original::Group),
            ("rclone", "group.ron.conflict1", Original::Group),
            ("pCloud", "group [conflicted].ron", Original::Group),
            ("Windows", "group - Copy (2).ron", Original::Group),
            ("Windows, Dutch", "group - kopie.ron", Original::Group),
            ("macOS", "2026-02-12 copy.ron", meeting("2026-02-12")),
            ("kring", "group.ron.kring-1", Original::Group),
            ("kring", "2026-02-12.ron.kring-12", meeting("2026-02-12")),
        ] {
            assert_eq!(of(name), Some(original), "{tool}: {name}");
        }
    }

    #[test]
    fn own_and_unrelated_files_are_not_second_versions() {
        for name in [
            "group.ron",
            "log.ron",
            "2026-02-12.ron",
            "2026-02-12-2.ron",
            "journal",
            "journal.2",
            "undo",
            "undo-KANTOOR3",
            "lock",
            "owner.ron",
            "owner-KANTOOR3.ron",
            "erasing",
            ".group.ron.new-4711",
            ".syncthing.group.ron.tmp",
            "~syncthing~group.ron.tmp",
            "~$group.ron",
            "group.ron~",
            "group.ron.bak",
            "group.ron.kring-",
            "group.ron.20260212T135500.000",
            "grouping.ron",
            "groups.ron",
            "group.txt",
            "logo.ron",
            "journal.md",
            "journal.docx",
            "journalistiek",
            "notulen.docx",
            "2026-02-12.docx",
            "2026-02-30 (1).ron",
            "desktop.ini",
            "",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
