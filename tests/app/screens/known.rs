//! Defects that are known and not mended yet. Each stands here with its scene, so that none is
//! hidden; one that is mended makes the play fail until it is taken off the list.

use crate::screens::picture::Picture;

/// A defect, and where it is.
struct Known {
    /// What the sentence about it holds.
    says: &'static str,
    /// The scenes that have it, each with the end of its variants.
    scenes: &'static [(&'static str, &'static str)],
}

const KNOWN: &[Known] = &[
    // The bar has no room for Ctrl+O, the one key that saves what is typed then.
    Known {
        says: "the bar lacks",
        scenes: &[("not_saved", "60x20"), ("silent", "60x20"), ("silent_leaving", "60x20")],
    },
    // Who does what falls off the bottom of the left column when somebody is absent, or when the
    // message takes more than one row.
    Known {
        says: "is below, and no » says so",
        scenes: &[
            ("closing_asks_once", "60x20"),
            ("follow_up_frequency", "nl-60x20"),
            ("follow_up_frequency_matter", "nl-60x20"),
            ("note_is_saved", "60x20"),
            ("agreement_set_aside", "nl-60x20"),
            ("smallest_goals_matter", "60x20"),
            ("clock_jump", "60x20"),
            ("silent", "60x20"),
            ("silent_leaving", "60x20"),
            ("stuck", "60x20"),
            ("stuck_ours", "en-60x20"),
            ("taken_meanwhile", "60x20"),
        ],
    },
    // The list of groups and the screen of a group say that they go on below, and not above.
    Known {
        says: "is above, and no « says so",
        scenes: &[
            ("home_many_groups_end", ""),
            ("group_last_meeting", "60x20"),
            ("group_last_meeting", "80x25"),
        ],
    },
];

/// Fails when a picture has a defect that is not known, or lacks one that is.
pub(crate) fn compare(scene: &str, variant: &str, defects: &[String], picture: &Picture) {
    let here = |known: &&Known| {
        known.scenes.iter().any(|(of, end)| *of == scene && variant.ends_with(end))
    };
    let known: Vec<&str> = KNOWN.iter().filter(here).map(|known| known.says).collect();
    let is_known = |defect: &&String| known.iter().any(|says| defect.contains(says));
    let fresh: Vec<&String> = defects.iter().filter(|defect| !is_known(defect)).collect();
    let mended: Vec<&&str> =
        known.iter().filter(|says| !defects.iter().any(|defect| defect.contains(**says))).collect();
    if std::env::var_os("KRING_DEFECTS").is_some() {
        for defect in &fresh {
            println!("DEFECT {scene}@{variant}: {defect}");
        }
        if !fresh.is_empty() {
            println!("{}", picture.text());
        }
        return;
    }
    let text = picture.text();
    assert!(fresh.is_empty(), "{scene}@{variant}: {fresh:#?}\n{text}");
    assert!(mended.is_empty(), "{scene}@{variant} no longer has {mended:?}");
}
