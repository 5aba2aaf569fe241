<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Mail\IMailer;

/** The mail with where and when two people meet, in the language of its reader. It shows nobody's address. */
class IntroductionMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly IUserManager $users,
		private readonly Accounts $accounts,
		private readonly Viewers $viewers,
		private readonly Network $network,
	) {
	}

	/**
	 * @param list<string> $accounts of the person of this side, or of the keepers of their card
	 * @return bool whether one was sent
	 */
	public function appointment(IntroducedPeople $people, Side $side, array $accounts): bool {
		$sent = false;
		foreach ($accounts as $uid) {
			$user = $this->accounts->active($uid);
			if ($user !== null && (string)$user->getEMailAddress() !== '') {
				$sent = $this->send($user, $people, $side) || $sent;
			}
		}
		return $sent;
	}

	private function send(IUser $user, IntroducedPeople $people, Side $side): bool {
		$language = $this->languages->getUserLanguage($user);
		$l = ReaderLanguage::texts($this->languages, $language);
		$introduction = $people->introduction;
		$viewer = $this->viewers->of($user->getUID());
		$other = PlainText::text($people->known($viewer, $side->other())?->getName() ?? $l->t('a person whose card is no longer shown'));
		$own = $people->member($side);
		$kept = $own === null || $own->ownerId() === $viewer->memberId ? null : PlainText::text($own->getName());
		$title = $kept === null ? $l->t('You meet %s', [$other]) : $l->t('%1$s, whose card you keep, meets %2$s', [$kept, $other]);
		$mediator = $introduction->getMediatorUid() === null ? '' : $this->users->getDisplayName($introduction->getMediatorUid()) ?? '';
		$day = DateWords::full($l, (string)$introduction->getMeetOn());
		$template = $this->mailer->createEMailTemplate('reseau.introduction');
		$template->setSubject($title);
		$template->addHeader();
		$template->addHeading($title);
		$template->addBodyText($l->t('%1$s, who facilitates %2$s, introduces you to each other.', [PlainText::text($mediator), $this->network->name()]));
		$template->addBodyText($l->t('When: %1$s, %2$s', [$day, (string)$introduction->getMeetAt()]));
		$template->addBodyText($l->t('Where: %s', [PlainText::text((string)$introduction->getPlace())]));
		if ($kept !== null) {
			$template->addBodyText($l->t('Tell %s in the way you usually reach them.', [$kept]));
		}
		$template->addBodyText($l->t('If it is not possible, say so on the page: %s gets a notification.', [PlainText::text($mediator)]));
		$template->addBodyButton($l->t('Go to the people to meet'), $this->urls->linkToRouteAbsolute('reseau.page.index') . 'matches');
		$template->addBodyText($l->t('Replies to this email are not read.'));
		$template->addFooter('', $language);
		return $this->outbox->send($template, (string)$user->getEMailAddress(), $user->getDisplayName());
	}
}
