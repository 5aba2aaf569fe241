<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Settings\Network;
use OCP\IConfig;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * The yearly question by mail, in the account's language, unless its person has turned that off. Its link leads to a page with a button: opening it
 * changes nothing. It names only its recipient.
 */
class StillTrueMail {
	private const APP = 'reseau';
	private const UNWANTED = 'no_yearly_mail';

	public function __construct(
		private readonly IMailer $mailer,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly IConfig $config,
		private readonly Network $network,
		private readonly LoggerInterface $logger,
	) {
	}

	/** Whether this account is also asked by mail. */
	public function isWanted(string $uid): bool {
		return $this->config->getUserValue($uid, self::APP, self::UNWANTED, '') === '';
	}

	public function want(string $uid, bool $wanted): void {
		$this->config->setUserValue($uid, self::APP, self::UNWANTED, $wanted ? '' : '1');
	}

	/** @return bool whether a mail was sent */
	public function askOwn(IUser $user): bool {
		return $this->send($user, function (IEMailTemplate $mail, IL10N $l): void {
			$network = $this->network->name();
			$mail->setSubject($l->t('Is your card in %s still true?', [$network]));
			$mail->addHeader();
			$mail->addHeading($l->t('Is your card still true?'));
			$mail->addBodyText($l->t('Your card in %s has not been changed or confirmed for a year. Review it: confirm it with one button, or change it.', [$network]));
			$mail->addBodyButton($l->t('Review my card'), $this->page('me'));
		});
	}

	/** @param int $count of the due cards */
	public function askKept(IUser $user, int $count): bool {
		return $this->send($user, function (IEMailTemplate $mail, IL10N $l) use ($count): void {
			$mail->setSubject($l->t('Are the cards you keep in %s still true?', [$this->network->name()]));
			$mail->addHeader();
			$mail->addHeading($l->n('%n card you keep is more than a year old.', '%n cards you keep are more than a year old.', $count));
			$mail->addBodyText($l->t('Ask the person, read the card to them, and change what is no longer true. Then confirm the rest with one button.'));
			$mail->addBodyButton($l->t('Go to the cards I keep'), $this->page('kept'));
		});
	}

	/** @param callable(IEMailTemplate, IL10N): void $write */
	private function send(IUser $user, callable $write): bool {
		$address = $user->getEMailAddress() ?? '';
		if ($address === '' || !$this->isWanted($user->getUID())) {
			return false;
		}
		$language = $this->languages->getUserLanguage($user);
		$l = $this->languages->get(self::APP, $language);
		try {
			$template = $this->mailer->createEMailTemplate('reseau.stillTrue');
			$write($template, $l);
			$template->addBodyText($l->t('If you do nothing, nothing changes. You are asked once a year, with one reminder. You can turn off these emails at the bottom of that page.'));
			$template->addFooter('', $language);
			$message = $this->mailer->createMessage();
			$message->setTo([$address => $user->getDisplayName()]);
			$message->useTemplate($template);
			return $this->mailer->send($message) === [];
		} catch (Throwable $e) {
			// The exception's message may contain the address: only its class is logged.
			$this->logger->warning('Could not send the mail with the yearly question', ['app' => self::APP, 'exceptionClass' => $e::class]);
			return false;
		}
	}

	private function page(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
