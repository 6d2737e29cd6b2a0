//! The names of files and folders that kring makes.

use std::path::Path;

use kring::store::files::Files;
use kring::store::folder::slug_of;

use crate::evil::harm::EVIL;
use crate::evil::poison::POISONED;
use crate::rig::memory::{Memory, ROOT};

/// Everything that the app left in the group's folder has a plain name, and it left nothing beside
/// the groups.
pub(crate) fn assert_allowed(memory: &Memory) {
    let groups = Path::new(ROOT).join("groups");
    let mut found = Vec::new();
    below(memory, &groups.join(POISONED), &mut found);
    assert!(found.len() > 6, "{found:?}");
    // These were there before: somebody put them there by hand.
    found.retain(|name| !name.contains(['\u{1b}', '\u{202e}', '\u{9b}']));
    for name in &found {
        assert!(is_plain(name), "{name:?}");
    }
    let beside = memory.list(Path::new(ROOT)).unwrap();
    assert_eq!(beside, ["groups", "kring.ron"]);
}

fn below(memory: &Memory, folder: &Path, found: &mut Vec<String>) {
    for name in memory.list(folder).unwrap_or_default() {
        below(memory, &folder.join(&name), found);
        found.push(name);
    }
}

/// Small letters, digits and what stands between them; nothing that Windows keeps for itself.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let kept = ["con", "prn", "aux", "nul"].contains(&stem.as_str())
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    name.chars().all(plain) && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && !kept
}

#[test]
fn a_slug_is_plain_whatever_the_name() {
    let words = EVIL.split_whitespace();
    let kept = ["CON", "nul.txt", "LPT1", "com9", "aux ", "..", ".", "/", "\\\\server\\c$", "c:"];
    let long = [EVIL.repeat(9), "CON".repeat(30), "-".repeat(90), "é-".repeat(60)];
    for name in words.chain(kept).chain(long.iter().map(String::as_str)).chain([EVIL, ""]) {
        let slug = slug_of(name);
        assert!(is_plain(&slug) && !slug.contains('.') && slug.len() <= 45, "{name:?}: {slug:?}");
        assert_eq!(slug, slug.to_ascii_lowercase());
    }
}
