<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Mail\IMailer;

/** The email with the answer to a visitor, in the language of the person who answers. It does not contain their address, and their name only if they want that. */
class AnswerMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param ?About $about the subject of the visitor's message; null: it is no longer in the showcase
	 * @param ?string $by name of the person who answers; null: they do not want to be named
	 * @return bool false when it could not be sent
	 */
	public function send(Words $to, string $text, ?About $about, ?string $by): bool {
		$network = $this->network->name();
		$template = $this->mailer->createEMailTemplate('reseau.enquiryAnswer');
		$template->setSubject($this->l->t('Answer to your message to %s', [PlainText::text($about->title ?? $network)]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [PlainText::text($to->name)]));
		$template->addBodyText($by === null ? $this->l->t('This is the answer to your message:') : $this->l->t('%s answers your message:', [PlainText::text($by)]));
		// The answer is sent unchanged: the visitor asked for it, and it may contain contact details.
		foreach (preg_split('/(?:\r?\n){2,}/', $text) ?: [] as $paragraph) {
			$template->addBodyText(trim($paragraph));
		}
		if ($about !== null) {
			$template->addBodyText($this->l->t('Replies to this email are not read. You can write again here:'));
			$template->addBodyButton($this->l->t('Write again'), $this->urls->linkToRouteAbsolute('reseau.page.index') . $about->writePage());
		} else {
			$template->addBodyText($this->l->t('Replies to this email are not read.'));
		}
		$template->addFooter($this->l->t('Sent because you wrote to %s. By the link in the first email you can delete what you wrote.', [$network]));
		return $this->outbox->send($template, $to->address, $to->name);
	}
}
