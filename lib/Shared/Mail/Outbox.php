<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Mail;

use OCA\Reseau\Shared\PlainText;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;
use Psr\Log\LoggerInterface;
use Throwable;

/** Sends mails through the mail server. */
class Outbox {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly IUserManager $users,
		private readonly LoggerInterface $logger,
	) {
	}

	/** The address of an account; null if it has none to which mails can be sent. */
	public function addressOf(string $uid): ?string {
		$address = (string)$this->users->get($uid)?->getEMailAddress();
		return $this->mailer->validateMailAddress($address) ? $address : null;
	}

	/**
	 * @param ?string $answerTo reply-to address, instead of the server's own
	 * @return bool false when the mail could not be sent
	 */
	public function send(IEMailTemplate $template, string $address, string $name, ?string $answerTo = null): bool {
		try {
			$message = $this->mailer->createMessage();
			$message->setTo([$address => PlainText::text($name)]);
			if ($answerTo !== null) {
				$message->setReplyTo([$answerTo]);
			}
			$message->useTemplate($template);
			return $this->mailer->send($message) === [];
		} catch (Throwable $e) {
			// The exception's message may contain the address: only its class is logged.
			$this->logger->warning('Could not send a mail', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			return false;
		}
	}
}
