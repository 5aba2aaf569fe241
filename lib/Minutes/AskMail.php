<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The mail that invites a person without an account to a group, in the sender's language. */
class AskMail {
	/** Characters of the purpose in the mail; the page shows the rest. */
	private const PURPOSE = 400;

	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IUserManager $users,
		private readonly Network $network,
	) {
	}

	/** @return array{answerTo: ?string, subject: string, text: string} AskMailSchema of src/minutes/ask/model.ts */
	public function preview(string $byUid, string $title, string $purpose): array {
		$template = $this->template('…', $byUid, $title, $purpose, '…');
		return [
			'answerTo' => $this->outbox->addressOf($byUid),
			'subject' => $template->renderSubject(),
			'text' => trim($template->renderText()),
		];
	}

	/** @return bool false when the mail could not be sent */
	public function send(string $address, string $name, string $byUid, string $title, string $purpose, string $url): bool {
		return $this->outbox->send($this->template($name, $byUid, $title, $purpose, $url), $address, $name, $this->outbox->addressOf($byUid));
	}

	private function template(string $name, string $byUid, string $title, string $purpose, string $url): IEMailTemplate {
		$network = $this->network->name();
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$name = PlainText::text($name);
		$title = PlainText::text($title);
		$template = $this->mailer->createEMailTemplate('reseau.ask');
		$template->setSubject($this->l->t('Do you want to join the group “%s”?', [$title]));
		$template->addHeader();
		$template->addHeading($name === '' ? $this->l->t('Hello') : $this->l->t('Hello %s', [$name]));
		$template->addBodyText($this->l->t('%1$s invites you to the group “%2$s” of %3$s, a network whose members find each other by what they seek and what they offer.', [$by, $title, $network]));
		if (trim($purpose) !== '') {
			$template->addBodyText($this->l->t('What the group is for: %s', [Excerpt::of(PlainText::text($purpose), self::PURPOSE)]));
		}
		$template->addBodyText($this->l->t('%s has your address from the minutes of a meeting, from the card kept for you, or from you. Nobody else sees it before you answer.', [$by]));
		$template->addBodyButton($this->l->t('Read what it is about and answer'), $url);
		$template->addBodyText($this->l->t('You do not need an account. If you accept, the members of the network see your name in the group. You can have everything erased at any time, with the same link.'));
		$template->addBodyText($this->l->t('If you refuse, nothing about you is kept, and nobody will ask you again.'));
		$template->addBodyText($this->l->t('If you do nothing, your name and address are deleted after 30 days.'));
		$template->addBodyText($this->outbox->addressOf($byUid) === null
			? $this->l->t('A question? Contact %s.', [$by])
			: $this->l->t('A question? Reply to this email: %s will read it.', [$by]));
		// Nextcloud's own footer asks not to reply.
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $template;
	}
}
