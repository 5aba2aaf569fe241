<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use Closure;
use OCP\Mail\IMessage;
use RuntimeException;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Mailer;
use Sandbox\Service\Message;

/** A mail server that refuses addresses or is away; something may happen while it works, or the process may be killed. */
class FaultyMailer extends Mailer {
	/**
	 * @param list<string> $refused addresses
	 * @param bool $throws at these, instead of refusing them
	 * @param ?Closure(): mixed $meanwhile what happens before a mail is out
	 * @param int $killsAfter mails; 0: never
	 * @param bool $sendsLast whether the last mail before that is out
	 */
	public function __construct(
		Kernel $kernel,
		string $folder,
		private readonly array $refused = [],
		private readonly bool $throws = false,
		private readonly ?Closure $meanwhile = null,
		private int $killsAfter = 0,
		private readonly bool $sendsLast = false,
	) {
		parent::__construct($folder, $kernel->clock);
	}

	public function send(IMessage $message): array {
		assert($message instanceof Message);
		$refused = array_values(array_intersect(array_keys($message->to), $this->refused));
		if ($refused !== []) {
			return $this->throws ? throw new RuntimeException('The mail server is away') : $refused;
		}
		if ($this->meanwhile !== null) {
			($this->meanwhile)();
		}
		$last = --$this->killsAfter === 0;
		$refused = $last && !$this->sendsLast ? [] : parent::send($message);
		if ($last) {
			posix_kill((int)getmypid(), SIGKILL);
		}
		return $refused;
	}
}
