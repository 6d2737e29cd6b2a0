//! Where a monkey has been: every kind of screen, and everything that lies over one.

use std::collections::BTreeMap;
use std::fmt;

use kring::app::model::Model;
use kring::domain::form::Form;
use kring::domain::meeting::{Meeting, Place};
use kring::domain::section::Section;
use kring::screens::finder::Purpose;
use kring::screens::front::SMALLEST;
use kring::screens::front::{Base, Overlay};
use kring::screens::home::Home;
use kring::session::erasing::Doomed;
use kring::store::opened::Permission;

/// Everywhere one can be. A screen that is added does not compile below until it has a name, and
/// its name belongs here too.
const EVERYWHERE: &[&str] = &[
    "hidden",
    "too small",
    "over: help",
    "over: menu",
    "over: reader",
    "over: clock",
    "over: erase which words",
    "over: erase a passage",
    "over: erase from the bin",
    "over: question",
    "over: who looks along",
    "home",
    "home: typing",
    "home: week",
    "overview",
    "overview: changed outside",
    "overview: taken",
    "overview: taken perhaps",
    "overview: newer",
    "dossier: phase",
    "dossier: people",
    "dossier: sociogram",
    "dossier: goals",
    "dossier: agreements",
    "dossier: plan",
    "dossier: interviews",
    "dossier: bin",
    "meeting: attendance",
    "meeting: item",
    "meeting: closing",
    "meeting: afterwards",
    "meeting: reopened",
    "form: agreement",
    "form: decision",
    "form: time",
    "form: person",
    "form: goal",
    "form: minutes",
    "form: reason",
];

/// How often each place was drawn.
#[derive(Default)]
pub(crate) struct Places {
    seen: BTreeMap<String, usize>,
    last: String,
}

impl Places {
    /// Whether the model is at another place than the one that was counted last.
    pub(crate) fn is_elsewhere(&self, model: &Model) -> bool {
        place(model) != self.last
    }

    /// Counts the place where the model is.
    pub(crate) fn count(&mut self, model: &Model) {
        self.last = place(model);
        *self.seen.entry(self.last.clone()).or_default() += 1;
    }

    /// These places and others.
    pub(crate) fn and(mut self, others: Self) -> Self {
        for (place, times) in others.seen {
            *self.seen.entry(place).or_default() += times;
        }
        self
    }

    /// The monkeys were everywhere.
    pub(crate) fn assert_everywhere(&self) {
        let missed: Vec<_> =
            EVERYWHERE.iter().filter(|place| !self.seen.contains_key(**place)).collect();
        assert!(missed.is_empty(), "no monkey was ever at {missed:?}");
    }
}

impl fmt::Display for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.seen.iter().try_for_each(|(place, times)| writeln!(f, "{times:7} {place}"))
    }
}

fn place(model: &Model) -> String {
    if model.front.is_hidden() {
        return "hidden".to_owned();
    }
    if model.front.size.0 < SMALLEST.0 || model.front.size.1 < SMALLEST.1 {
        return "too small".to_owned();
    }
    match (&model.front.overlay, &model.front.base) {
        (Some(over), _) => format!("over: {}", above(over)),
        (None, Base::Home(home)) => at_home(home).to_owned(),
        (None, Base::Overview(_)) => overview(model).to_owned(),
        (None, Base::DossierScreen(screen)) => format!("dossier: {}", section(screen.section)),
        (None, Base::MeetingScreen(_)) => {
            model.front.meeting(&model.session).map_or_else(String::new, in_meeting)
        }
    }
}

fn above(over: &Overlay) -> &'static str {
    match over {
        Overlay::Finder(finder) => match finder.purpose {
            Purpose::Help => "help",
            Purpose::Menu => "menu",
        },
        Overlay::Reader(_) => "reader",
        Overlay::HourClock(_) => "clock",
        Overlay::EraseWhich(_) => "erase which words",
        Overlay::EraseSure(sure) => match sure.doomed {
            Doomed::Passage(_) => "erase a passage",
            Doomed::Binned(..) => "erase from the bin",
        },
        Overlay::Question(_) => "question",
        Overlay::WhoLooks(_) => "who looks along",
        // Only on a disk that keeps nothing; this one keeps everything.
        Overlay::FolderPrompt(_) => "folder",
    }
}

fn at_home(home: &Home) -> &'static str {
    match (home.week, home.typing()) {
        (true, _) => "home: week",
        (false, true) => "home: typing",
        (false, false) => "home",
    }
}

fn overview(model: &Model) -> &'static str {
    match model.session.open.as_ref().map(|open| &open.permission) {
        Some(Permission::Doubt(_)) => "overview: changed outside",
        Some(Permission::Taken(_)) => "overview: taken",
        Some(Permission::MaybeTaken(_)) => "overview: taken perhaps",
        Some(Permission::Newer(_)) => "overview: newer",
        Some(Permission::Write | Permission::ReadOnly) | None => "overview",
    }
}

fn section(section: Section) -> &'static str {
    match section {
        Section::Phase(_) => "phase",
        Section::People => "people",
        Section::Sociogram => "sociogram",
        Section::Goals => "goals",
        Section::Agreements => "agreements",
        Section::Plan => "plan",
        Section::Interviews => "interviews",
        Section::Bin => "bin",
    }
}

fn in_meeting(meeting: &Meeting) -> String {
    if let Some(draft) = &meeting.draft {
        return format!("form: {}", form(draft.form));
    }
    let place = match meeting.place {
        Place::AfterTalk => "afterwards",
        _ if !meeting.finished() && meeting.minutes.is_some() => "reopened",
        Place::Attendance => "attendance",
        Place::Item(_) => "item",
        Place::Closing => "closing",
    };
    format!("meeting: {place}")
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Agreement { .. } => "agreement",
        Form::Decision { .. } => "decision",
        Form::Arrival(_) | Form::Departure(_) => "time",
        Form::NewPerson | Form::PersonName(_) => "person",
        Form::NewShortGoal | Form::NewLongGoal => "goal",
        Form::Budget { .. } => "minutes",
        Form::MeetingDay => "day",
        Form::Reopening => "reason",
    }
}
