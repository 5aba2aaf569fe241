<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMessage;

class Message implements IMessage {
	/** @var array<string, string> name by address */
	public array $to = [];

	/** @var array<string, string> */
	public array $replyTo = [];

	public string $subject = '';

	public string $plain = '';

	public string $html = '';

	public function setSubject(string $subject): IMessage {
		$this->subject = $subject;
		return $this;
	}

	public function setPlainBody(string $body): IMessage {
		$this->plain = $body;
		return $this;
	}

	public function setHtmlBody(string $body): IMessage {
		$this->html = $body;
		return $this;
	}

	public function setTo(array $recipients): IMessage {
		$this->to = self::byAddress($recipients);
		return $this;
	}

	public function setReplyTo(array $addresses): IMessage {
		$this->replyTo = self::byAddress($addresses);
		return $this;
	}

	public function useTemplate(IEMailTemplate $emailTemplate): IMessage {
		return $this->setSubject($emailTemplate->renderSubject())
			->setPlainBody($emailTemplate->renderText())
			->setHtmlBody($emailTemplate->renderHtml());
	}

	/**
	 * @param array<int|string, string> $list addresses, or names by address
	 * @return array<string, string>
	 */
	private static function byAddress(array $list): array {
		$byAddress = [];
		foreach ($list as $address => $name) {
			$byAddress[is_int($address) ? $name : $address] = $name;
		}
		return $byAddress;
	}
}
