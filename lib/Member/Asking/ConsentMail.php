<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Asking;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The mail that asks a person without an account for consent to the card kept for them, in the sender's language. */
class ConsentMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IUserManager $users,
		private readonly Network $network,
	) {
	}

	/**
	 * A preview of the mail for its sender.
	 *
	 * @return array{to: string, answerTo: ?string, subject: string, text: string}
	 */
	public function preview(string $address, string $name, string $byUid, ?string $agreedOn): array {
		$template = $this->template($name, $byUid, '…', $agreedOn);
		return [
			'to' => $address,
			'answerTo' => $this->outbox->addressOf($byUid),
			'subject' => $template->renderSubject(),
			'text' => trim($template->renderText()),
		];
	}

	/**
	 * @param ?string $agreedOn the day on which the person agreed in another way, YYYY-MM-DD
	 * @return bool false when the mail could not be sent
	 */
	public function send(string $address, string $name, string $byUid, string $url, ?string $agreedOn): bool {
		return $this->outbox->send($this->template($name, $byUid, $url, $agreedOn), $address, $name, $this->outbox->addressOf($byUid));
	}

	private function template(string $name, string $byUid, string $url, ?string $agreedOn): IEMailTemplate {
		$network = $this->network->name();
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$name = PlainText::text($name);
		$template = $this->mailer->createEMailTemplate('reseau.consent');
		$template->setSubject($agreedOn === null ? $this->l->t('Do you agree to your card in %s?', [$network]) : $this->l->t('Your card in %s', [$network]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [$name]));
		$agreedOn === null ? $this->ask($template, $by, $url) : $this->confirm($template, $by, $url, $agreedOn);
		$template->addBodyText($this->outbox->addressOf($byUid) === null
			? $this->l->t('A question, a mistake in the card? Contact %s.', [$by])
			: $this->l->t('A question, a mistake in the card? Reply to this email: %s will read it.', [$by]));
		// Nextcloud's own footer asks not to reply.
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $template;
	}

	private function ask(IEMailTemplate $template, string $by, string $url): void {
		$template->addBodyText($this->l->t('%1$s has prepared a card about you for %2$s, a network whose members find each other by what they seek and what they offer. No one else sees this card before you agree.', [$by, $this->network->name()]));
		$template->addBodyButton($this->l->t('Read the card and answer'), $url);
		$template->addBodyText($this->l->t('If you agree, the members of the network can find you and read the card. You can change your mind at any time, with the same link.'));
		$template->addBodyText($this->l->t('If you refuse, the card is deleted, and nobody will ask you again.'));
		$template->addBodyText($this->l->t('If you do nothing, the card is shown to nobody, and the link stops working after 30 days.'));
	}

	private function confirm(IEMailTemplate $template, string $by, string $url, string $agreedOn): void {
		$template->addBodyText($this->l->t('%1$s keeps a card about you in %2$s, a network whose members find each other by what they seek and what they offer. It is noted that you agreed to it on %3$s.', [$by, $this->network->name(), DateWords::long($this->l, $agreedOn)]));
		$template->addBodyButton($this->l->t('Open my page'), $url);
		$template->addBodyText($this->l->t('There, without an account, you see your card as the members see it, correct it, choose what you get by email, or have everything deleted.'));
		$template->addBodyText($this->l->t('If you do nothing, nothing changes, and the link stops working after 30 days.'));
	}
}
