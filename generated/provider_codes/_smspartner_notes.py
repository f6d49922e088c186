# Generated from smspartner.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:b975e5266bb88742793cd761f9d71ba47ac8d2aa7125fdfabea13626b4606e66 of all below this line.
"""Our notes on codes of SMSPartner, and where its pages are broken."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES"]

# fmt: off
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {
    "SendingError": {
        992: ("The page is broken here. Our reading: A row of the table of this section, the first. The line stands between the heading and the table, in the form of a row: a number and a message. The page says: 992 Unauthorized sender",),
    },
    "SmsStatus": {
        "UNDELIV": ("Our note: Says that the operator canceled the receipt; the like text of Infobip says reverted.",),
    },
    "HlrError": {
        6: ("Our note: Radiomessaging means paging, as in the text of Infobip.",),
        27: ("Our note: Radiomessaging means paging, as in the text of Infobip.",),
        502: ("Our note: Says that the operator canceled the error; the like text of Infobip says reverted.",),
        508: ("The page is broken here. Our reading: 508, not permanent, EC_NOT_SUPPORTED_SERVICE, without a text. The row breaks off behind its flag, and row 509 follows in the same line. The provider's French page has this name for 508, and so has the list of Infobip. The page says: | 508 | false | | 509 | false | EC_DUPLICATED_INVOKE_ID | General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components. |",),
        509: ("The page is broken here. Our reading: 509, not permanent, EC_DUPLICATED_INVOKE_ID, with the text that ends the line. The row stands in the line of row 508, behind what is left of it. The page says: | 508 | false | | 509 | false | EC_DUPLICATED_INVOKE_ID | General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components. |",),
        2052: ("Our note: The text names a portal of Infobip; the page is of SMSPartner.",),
        2053: ("Our note: The text names a portal of Infobip; the page is of SMSPartner.",),
    },
    "MailError": {
        23: ("Our note: Reads as if the address were the recipient's; it is the reply-to address, to which answers go.",),
        24: ("Our note: Reads as if the address were the recipient's; it is the reply-to address, to which answers go.",),
        25: ("Our note: Reads as if the name were the recipient's; it is the name that goes with the reply-to address.",),
    },
}
# fmt: on
"""The notes, by list and value."""
