//! What kring says when the data folder does not answer and another folder takes its place.

use std::path::Path;

use chrono::NaiveTime;

use super::{Words, messages};
use crate::sanitize;
use crate::store::save::SaveError;

messages! {
    kept_nowhere => "De map is vol of antwoordt niet. Je tekst staat op het scherm en wordt niet bewaard. Kies een andere map met Ctrl+O.",
        "The folder is full or does not answer. Your text is on the screen and is not being saved. Choose another folder with Ctrl+O.";
    home_again => "De map bewaart weer. Alles wat je typte staat er nu in.",
        "The folder keeps things again. Everything you typed is in it now.";
    /// Shown once, before a second press of Ctrl+Q loses text.
    leaving_loses => "Je tekst is nog nergens bewaard. Kies een map met Ctrl+O, of druk nog eens op Ctrl+Q. Dan ben je je tekst kwijt.",
        "Your text is not saved anywhere yet. Choose a folder with Ctrl+O, or press Ctrl+Q again to leave it behind.";
    place_title => "Bewaren in een andere map", "Keep it in another folder";
    place_asks => "In welke map? Dat kan een USB-stick zijn, bijvoorbeeld E:\\. kring zet de groep daar in een nieuwe map, kring-data, en ook wat je nog typt.",
        "In which folder? It can be a USB stick, for example E:\\. kring puts the group there in a new folder, kring-data, and what you type from now on too.";
}

fn shown(place: &Path) -> String {
    sanitize::line(&place.display().to_string()).into_owned()
}

impl Words {
    /// In the title bar, while another folder keeps what is typed.
    #[must_use]
    pub fn saved_elsewhere_at(self, time: NaiveTime) -> String {
        let time = self.clock_time(time);
        self.pick(format!("elders bewaard {time}"), format!("saved elsewhere {time}"))
    }

    #[must_use]
    pub fn kept_elsewhere(self, place: &Path) -> String {
        let place = shown(place);
        self.pick(
            format!("Je tekst is bewaard. De map is vol of antwoordt niet; kring bewaart nu in {place}."),
            format!(
                "Your text is saved. The folder is full or does not answer; kring now keeps it in {place}."
            ),
        )
    }

    /// Printed after leaving, and by `kring check`, while text is still in another folder.
    #[must_use]
    pub fn left_elsewhere(self, place: &Path) -> String {
        let place = shown(place);
        self.pick(
            format!("Je laatste woorden staan in {place}. Open de groep op deze computer zodra de map er weer is; dan komen ze terug."),
            format!("Your last words are in {place}. Open the group on this computer once the folder is back; then they come home."),
        )
    }

    #[must_use]
    pub fn keeping_in(self, place: &str) -> String {
        let place = sanitize::line(place);
        self.pick(
            format!("kring bewaart de groep in {place}."),
            format!("kring is keeping the group in {place}."),
        )
    }

    #[must_use]
    pub fn kept_in_place(self, place: &Path) -> String {
        let place = shown(place);
        self.pick(
            format!("De groep staat nu ook in {place}, met de bijeenkomst die open is. Zolang de eigen map zwijgt, komt wat je typt daar."),
            format!("The group is in {place} as well now, with the meeting that is open. While its own folder is silent, what you type goes there."),
        )
    }

    #[must_use]
    pub fn not_kept_in_place(self, error: &SaveError) -> String {
        let reason = self.save_reason(error);
        self.pick(
            format!("Daar kan het niet: {reason}. Je tekst staat er nog. Kies een andere map."),
            format!(
                "It cannot be kept there: {reason}. Your text is still here. Choose another folder."
            ),
        )
    }
}
