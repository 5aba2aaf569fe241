<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\MessageMail;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The mail with a notice to a person without an account, in the sender's language. Replies go to the keeper of their card, who sends it. */
class PassedMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IURLGenerator $urls,
		private readonly IUserManager $users,
		private readonly Network $network,
		private readonly NoticeWords $words,
	) {
	}

	/** @return array{to: string, answerTo: ?string, subject: string, text: string} */
	public function preview(string $address, Member $person, string $byUid, AuthoredNotice $one): array {
		$template = $this->template('…', $person, $byUid, $one);
		return [
			'to' => $address,
			'answerTo' => $this->outbox->addressOf($byUid),
			'subject' => $template->renderSubject(),
			'text' => trim($template->renderText()),
		];
	}

	/** @return bool false when the mail could not be sent */
	public function send(string $address, string $token, Member $person, string $byUid, AuthoredNotice $one): bool {
		$url = $this->urls->linkToRouteAbsolute('reseau.page.index') . "passed/$token";
		return $this->outbox->send($this->template($url, $person, $byUid, $one), $address, $person->getName(), $this->outbox->addressOf($byUid));
	}

	/** @return list<string> the parts that others may change before it is sent */
	public function words(AuthoredNotice $one): array {
		return [$one->notice->getTitle(), $this->words->line($one), $this->words->body($this->l, $one->notice), $one->author->getName()];
	}

	private function template(string $url, Member $person, string $byUid, AuthoredNotice $one): IEMailTemplate {
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$author = PlainText::text($one->author->getName());
		$title = PlainText::text($one->notice->getTitle());
		$template = $this->mailer->createEMailTemplate('reseau.passedNotice');
		$template->setSubject($this->l->t('%1$s: a notice for you, “%2$s”', [$this->network->name(), $title]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [PlainText::text($person->getName())]));
		$template->addBodyText($this->l->t('%1$s, who keeps your card in %2$s, thinks that this notice could interest you.', [$by, $this->network->name()]));
		$template->addBodyText("$title\n" . PlainText::text($this->words->line($one)));
		MessageMail::words($template, $this->words->body($this->l, $one->notice));
		$template->addBodyText($this->l->t('Published by %s.', [$author]));
		$template->addBodyButton($this->l->t('Read and answer'), $url);
		$template->addBodyText($this->l->t('You need no account to answer. %s does not see your address, nor you theirs.', [$author]));
		$template->addBodyText($this->outbox->addressOf($byUid) === null
			? $this->l->t('A question? Contact %s.', [$by])
			: $this->l->t('A question? Reply to this email: %s will read it.', [$by]));
		$stop = $this->l->t('You want no more notices by email? The same page turns them off:');
		$template->addBodyText(
			htmlspecialchars($stop, ENT_QUOTES) . ' <a href="' . htmlspecialchars("$url#light-stop", ENT_QUOTES) . '">' . htmlspecialchars($this->l->t('no more notices by email'), ENT_QUOTES) . '</a>.',
			"$stop\n$url",
		);
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $template;
	}
}
