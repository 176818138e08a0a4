-- The language in which a code was asked for: the mail that brings it is written in it.

alter table coresync.proof_codes
    add column lang text not null default 'en' check (lang in ('en', 'es', 'ru', 'uk', 'he'));
