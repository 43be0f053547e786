//! 整改台账 (Rectification Ledger), in reading order.
//!
//! In: bytes → [`formats`] → [`journal`] → replay → [`ledger`] → [`figures`] → [`charts`] → [`ui`].
//! Out: an event → an `Edit` → `Session::act` → changes, applied to the ledger and appended to [`storage`].

pub mod ledger;

pub mod journal;

pub mod figures;

pub mod formats;

pub mod browser;
pub mod storage;

pub mod signals;

pub mod session;

pub mod dom;

pub mod charts;

pub mod ui;
