<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Message\MessageMail;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Mail\IMailer;

/** The mail that answers a question of an invited person, in the language of the inviter. It has no address to reply to. */
class AskReplyMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IUserManager $users,
		private readonly Network $network,
	) {
	}

	/** @return bool false when the mail could not be sent */
	public function send(string $address, string $name, string $byUid, string $question, string $text): bool {
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$name = PlainText::text($name);
		$template = $this->mailer->createEMailTemplate('reseau.ask-reply');
		$template->setSubject($this->l->t('%s answers your question', [$by]));
		$template->addHeader();
		$template->addHeading($name === '' ? $this->l->t('Hello') : $this->l->t('Hello %s', [$name]));
		$template->addBodyText($this->l->t('You asked, before answering an invitation of %s:', [$this->network->name()]));
		MessageMail::words($template, $question);
		$template->addBodyText($this->l->t('%s answers:', [$by]));
		MessageMail::words($template, $text);
		$template->addBodyText($this->l->t('The link in the earlier email still works: there you can ask again, or answer the invitation. Replies to this email are not read.'));
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $this->outbox->send($template, $address, $name);
	}
}
