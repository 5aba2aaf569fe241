<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;
use OCP\Mail\IMessage;

/** Sends nothing: each mail is a file of the state folder, which the browser shows at /sandbox/mail. */
class Mailer implements IMailer {
	/** Number of the last one, to look for the next one's name only once. */
	private int $last = 0;

	/** @var array<string, array<string, mixed>> mails that were read, by file: some tests read all of them again and again */
	private array $read = [];

	public function __construct(
		private readonly string $folder,
		private readonly ITimeFactory $clock,
	) {
	}

	public function createMessage(): IMessage {
		return new Message();
	}

	public function createEMailTemplate(string $emailId, array $data = []): IEMailTemplate {
		return new MailTemplate();
	}

	public function send(IMessage $message): array {
		assert($message instanceof Message);
		$refused = array_values(array_filter(array_keys($message->to), fn ($address) => !$this->validateMailAddress($address)));
		if ($refused === []) {
			$mail = ['date' => $this->clock->getTime()] + get_object_vars($message);
			$this->write(json_encode($mail, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRETTY_PRINT));
		}
		return $refused;
	}

	/** Under the next name that is free: other processes send too. It is there when it is whole: they also read. */
	private function write(string $mail): void {
		$this->last = $this->last ?: count(glob($this->folder . '/*.json'));
		$whole = tempnam($this->folder, 'mail');
		file_put_contents($whole, $mail);
		while (!@link($whole, sprintf('%s/%06d.json', $this->folder, ++$this->last)));
		unlink($whole);
	}

	public function validateMailAddress(string $email): bool {
		return filter_var($email, FILTER_VALIDATE_EMAIL) !== false;
	}

	/** @return list<array{date: int, to: array<string, string>, subject: string, plain: string, html: string}> oldest first */
	public function sent(): array {
		$files = glob($this->folder . '/*.json');
		foreach ($files as $file) {
			$this->read[$file] ??= json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
		}
		return array_map(fn (string $file): array => $this->read[$file], $files);
	}

	public function forget(): void {
		array_map(unlink(...), glob($this->folder . '/*.json'));
		$this->read = [];
		$this->last = 0;
	}
}
