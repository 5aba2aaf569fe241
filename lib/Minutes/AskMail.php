<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Message\MessageMail;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The mail that invites a person without an account to one or several groups, in the sender's language. */
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

	/**
	 * @param list<Group> $groups at least one
	 * @return array{subject: string, text: string} AskMailSchema of src/minutes/ask/model.ts
	 */
	public function preview(string $byUid, string $name, array $groups, string $message): array {
		$template = $this->template($name === '' ? '…' : $name, $byUid, $groups, $message, '…');
		return [
			'subject' => $template->renderSubject(),
			'text' => trim($template->renderText()),
		];
	}

	/**
	 * @param list<Group> $groups at least one
	 * @param string $message words of the sender
	 * @return bool false when the mail could not be sent
	 */
	public function send(string $address, string $name, string $byUid, array $groups, string $message, string $url): bool {
		return $this->outbox->send($this->template($name, $byUid, $groups, $message, $url), $address, $name);
	}

	/** @param list<Group> $groups */
	private function template(string $name, string $byUid, array $groups, string $message, string $url): IEMailTemplate {
		$network = $this->network->name();
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$name = PlainText::text($name);
		$several = count($groups) > 1;
		$title = PlainText::text($groups[0]->getTitle());
		$template = $this->mailer->createEMailTemplate('reseau.ask');
		$template->setSubject($several
			? $this->l->n('Do you want to join %n group?', 'Do you want to join %n groups?', count($groups))
			: $this->l->t('Do you want to join the group “%s”?', [$title]));
		$template->addHeader();
		$template->addHeading($name === '' ? $this->l->t('Hello') : $this->l->t('Hello %s', [$name]));
		$template->addBodyText($several
			? $this->l->t('%1$s invites you to several groups of %2$s, a network whose members find each other by what they seek and what they offer.', [$by, $network])
			: $this->l->t('%1$s invites you to the group “%2$s” of %3$s, a network whose members find each other by what they seek and what they offer.', [$by, $title, $network]));
		if (trim($message) !== '') {
			$template->addBodyText($this->l->t('%s writes:', [$by]));
			MessageMail::words($template, $message);
		}
		foreach ($groups as $group) {
			$purpose = Excerpt::of(PlainText::text(trim($group->getPurpose())), self::PURPOSE);
			if ($several) {
				$title = PlainText::text($group->getTitle());
				$template->addBodyText($purpose === '' ? $this->l->t('“%s”', [$title]) : $this->l->t('“%1$s”: %2$s', [$title, $purpose]));
			} elseif ($purpose !== '') {
				$template->addBodyText($this->l->t('What the group is for: %s', [$purpose]));
			}
		}
		$template->addBodyText($this->l->t('%s has your address from the minutes of a meeting, from the card kept for you, or from you. No one else sees it before you answer.', [$by]));
		$template->addBodyButton($this->l->t('Read what it is about and answer'), $url);
		$several && $template->addBodyText($this->l->t('You answer for each group: yes to one and no to another is fine.'));
		$template->addBodyText($this->l->t('You do not need an account. If you accept, the members of the network see your name in the group. You can have everything deleted at any time, with the same link.'));
		$template->addBodyText($this->l->t('If you refuse, nothing about you is kept, and nobody will ask you again.'));
		$template->addBodyText($this->l->t('If you do nothing, your name and address are deleted after 30 days.'));
		$template->addBodyText($this->l->t('A question? Ask it on that page: %s answers by email, and neither of you sees the other’s address. Replies to this email are not read.', [$by]));
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $template;
	}
}
