<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Mail;

use OCA\Reseau\Shared\PlainText;
use OCP\IUserManager;
use OCP\Mail\Headers\AutoSubmitted;
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

	/** Whether mails can be sent to this. */
	public function isAddress(string $address): bool {
		return $this->mailer->validateMailAddress($address);
	}

	/**
	 * A mail to one of many.
	 *
	 * @return ?string why it could not be sent: `bad_address`, `not_accepted`; null: it was
	 */
	public function post(WrittenMail $mail, string $address, string $name): ?string {
		if (!$this->mailer->validateMailAddress($address)) {
			return 'bad_address';
		}
		try {
			$message = $this->mailer->createMessage();
			$message->setTo([$address => PlainText::text($name)]);
			$message->setSubject($mail->subject);
			$message->setPlainBody($mail->text);
			$message->setHtmlBody($mail->html);
			$message->setAutoSubmitted(AutoSubmitted::VALUE_AUTO_GENERATED);
			foreach ($mail->pictures as $file => $bytes) {
				$message->attachInline($bytes, $file, 'image/jpeg');
			}
			if ($mail->leaveUrl !== null) {
				ListHeaders::add($message, $mail->leaveUrl);
			}
			return $this->mailer->send($message) === [] ? null : 'not_accepted';
		} catch (Throwable $e) {
			// The exception's message may contain the address: only its class is logged.
			$this->logger->warning('Could not send a mail', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			return 'not_accepted';
		}
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
			} else {
				// Nobody reads the answers, so no out-of-office reply should come.
				$message->setAutoSubmitted(AutoSubmitted::VALUE_AUTO_GENERATED);
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
