<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Mail\IMailer;

/** The mail with a message to a person without an account, in the sender's language. It cannot be replied to; its link opens the conversation. */
class ReplyMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IURLGenerator $urls,
		private readonly Network $network,
	) {
	}

	/** @return bool false when the mail could not be sent */
	public function send(string $address, string $token, Delivery $delivery, string $text): bool {
		$by = $delivery->by($this->l);
		$name = PlainText::text($delivery->to->getName());
		$template = $this->mailer->createEMailTemplate('reseau.reply');
		$template->setSubject($this->l->t('%s wrote to you', [$by]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [$name]));
		$template->addBodyText($this->heading($delivery, $by));
		MessageMail::words($template, $text);
		$template->addBodyButton($this->l->t('Read and answer'), $this->urls->linkToRouteAbsolute('reseau.page.index') . "reply/$token");
		$template->addBodyText($this->l->t('You need no account to answer. Replies to this email are not read: answer on the page. %s does not see your address, nor you theirs.', [$by]));
		$template->addBodyText($this->l->t('The person who keeps your card can read this conversation. On the page you can also ask for no more emails about it.'));
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $this->outbox->send($template, $address, $name);
	}

	/** The writer and the subject. */
	private function heading(Delivery $delivery, string $by): string {
		$network = $this->network->name();
		return match (true) {
			$delivery->message->bulkTo() !== null => $this->l->t('%s writes to you.', [$by]) . ' ' . $delivery->heading($this->l, $network),
			$delivery->about === null => $this->l->t('%1$s found your card in %2$s and writes to you:', [$by, $network]),
			default => $this->l->t('%1$s writes to you in %2$s, about “%3$s”:', [$by, $network, PlainText::text($delivery->about)]),
		};
	}
}
