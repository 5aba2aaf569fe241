<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Mail\Headers\AutoSubmitted;
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

	/** @var array<string, string> */
	public array $headers = [];

	/** @var array<string, string> pictures within it by name, base64 */
	public array $inline = [];

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

	public function attachInline(string $body, string $name, ?string $contentType = null): IMessage {
		$this->inline[$name] = base64_encode($body);
		return $this;
	}

	public function setAutoSubmitted(string $value): IMessage {
		$this->headers[AutoSubmitted::HEADER] = $value;
		return $this;
	}

	/** As in Nextcloud's own message, in addition to its public methods. */
	public function getSymfonyEmail(): MailHeaders {
		return new MailHeaders($this->headers);
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
