//! The durable log: text by key in IndexedDB, where a write counts only once its transaction has completed on disk.
//!
//! Every call ends: an error, an abort or a silence longer than the patience below is a refusal.

use super::Refused;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const DATABASE: &str = "rectification-ledger";
const STORE: &str = "log";
const OPEN_PATIENCE_MILLIS: i32 = 10_000;
const TRANSACTION_PATIENCE_MILLIS: i32 = 30_000;

/// Writes all entries or none.
pub async fn put(entries: Vec<(String, String)>) -> Result<(), Refused> {
    replace(entries, Vec::new()).await
}

/// All entries whose key begins with `prefix`, in the order of their keys.
pub async fn read(prefix: &str) -> Result<Vec<(String, String)>, Refused> {
    let range = keys_from(prefix)?;
    let transaction = begin(Mode::Read).await?;
    let store = store_of(&transaction)?;
    let keys = store.get_all_keys_with_key(&range).map_err(refused)?;
    let texts = store.get_all_with_key(&range).map_err(refused)?;
    completed(&transaction).await?;

    let (keys, texts) = (results(&keys)?, results(&texts)?);
    let mut entries = Vec::with_capacity(keys.length() as usize);
    for index in 0..keys.length() {
        if let (Some(key), Some(text)) = (keys.get(index).as_string(), texts.get(index).as_string()) {
            entries.push((key, text));
        }
    }
    Ok(entries)
}

/// Deletes and then writes, in one transaction: after a crash either all of it has happened or nothing.
pub async fn replace(put: Vec<(String, String)>, delete: Vec<String>) -> Result<(), Refused> {
    write(|store| {
        for key in &delete {
            store.delete(&JsValue::from_str(key))?;
        }
        for (key, text) in &put {
            store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
        }
        Ok(())
    })
    .await
}

pub async fn delete_prefix(prefix: &str) -> Result<(), Refused> {
    let range = keys_from(prefix)?;
    write(|store| store.delete(&range).map(drop)).await
}

async fn write(requests: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), Refused> {
    let transaction = begin(Mode::Write).await?;
    let store = store_of(&transaction)?;
    if let Err(error) = requests(&store) {
        // Without this the requests made before the faulty one would still be carried out.
        let _ = transaction.abort();
        return Err(refused(error));
    }
    completed(&transaction).await
}

#[derive(Clone, Copy)]
enum Mode {
    Read,
    Write,
}

thread_local! {
    static DATABASE_KEPT: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
}

/// A database kept from before may be closing without having said so yet; then it is opened anew, once.
async fn begin(mode: Mode) -> Result<IdbTransaction, Refused> {
    let kept = DATABASE_KEPT.with_borrow(Clone::clone);
    if let Some(transaction) = kept.and_then(|database| transaction(&database, mode).ok()) {
        return Ok(transaction);
    }
    let database = open().await?;
    let begun = transaction(&database, mode).map_err(refused);
    if begun.is_ok() {
        DATABASE_KEPT.set(Some(database));
    } else {
        database.close();
    }
    begun
}

#[wasm_bindgen]
extern "C" {
    /// web-sys counts the options of a transaction, and so its durability, among the unstable interfaces.
    type WithDurability;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &WithDurability, store: &str, mode: &str, options: &Object)
    -> Result<IdbTransaction, JsValue>;
}

fn transaction(database: &IdbDatabase, mode: Mode) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => "readwrite",
    };
    database
        .unchecked_ref::<WithDurability>()
        .transaction(STORE, mode, &options)
}

async fn open() -> Result<IdbDatabase, Refused> {
    let window = web_sys::window().ok_or(Refused::Unavailable)?;
    let factory = window.indexed_db().ok().flatten().ok_or(Refused::Unavailable)?;
    let request = factory.open_with_u32(DATABASE, 1).map_err(refused)?;

    let asked = request.clone();
    let create = Closure::once_into_js(move || {
        if let Ok(database) = asked.result() {
            // If this fails the store is missing, and the first transaction says so.
            let _ = database.unchecked_ref::<IdbDatabase>().create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));

    let answer = settled(OPEN_PATIENCE_MILLIS, |resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        request.set_onblocked(Some(reject));
    });
    if !answer.await {
        close_when_opened(&request);
        let error = request.error().ok().flatten();
        return Err(error.map_or(Refused::Unavailable, |error| refused(error.into())));
    }
    let database: IdbDatabase = request.result().map_err(refused)?.unchecked_into();
    // Another tab wants to delete the database or has a newer page: whoever holds on blocks it.
    let let_go = Closure::<dyn Fn(Event)>::new(|event: Event| {
        if let Some(database) = event.target() {
            database.unchecked_ref::<IdbDatabase>().close();
        }
        DATABASE_KEPT.set(None);
    })
    .into_js_value();
    database.set_onversionchange(Some(let_go.unchecked_ref()));
    database.set_onclose(Some(let_go.unchecked_ref()));
    Ok(database)
}

/// An opening that was given up may still succeed; a connection nobody knows of would block other tabs.
fn close_when_opened(request: &IdbOpenDbRequest) {
    let asked = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = asked.result() {
            database.unchecked_ref::<IdbDatabase>().close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

/// To be awaited in the turn in which the requests were made. An error ends in an abort, so that need not be heard.
async fn completed(transaction: &IdbTransaction) -> Result<(), Refused> {
    let done = settled(TRANSACTION_PATIENCE_MILLIS, |resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    if done.await {
        return Ok(());
    }
    // An aborted transaction has its reason already; one that merely took too long must not be written later on.
    let _ = transaction.abort();
    Err(transaction
        .error()
        .map_or(Refused::Unavailable, |error| refused(error.into())))
}

/// Hands a promise's two ends to `listen` and says which was called first; silence counts as the second.
fn settled(patience_millis: i32, listen: impl FnOnce(&Function, &Function)) -> impl Future<Output = bool> {
    let mut listen = Some(listen);
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(listen) = listen.take() {
            listen(&resolve, &reject);
        }
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, patience_millis);
        }
    });
    async move { JsFuture::from(promise).await.is_ok() }
}

fn store_of(transaction: &IdbTransaction) -> Result<IdbObjectStore, Refused> {
    transaction.object_store(STORE).map_err(refused)
}

/// Keys compare by UTF-16 unit, and none of ours contains U+FFFF.
fn keys_from(prefix: &str) -> Result<IdbKeyRange, Refused> {
    let mut last = String::from(prefix);
    last.push('\u{ffff}');
    IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&last)).map_err(refused)
}

fn results(request: &IdbRequest) -> Result<Array, Refused> {
    request.result().map(JsCast::unchecked_into).map_err(refused)
}

fn refused(error: JsValue) -> Refused {
    Refused::from_error(&error)
}
