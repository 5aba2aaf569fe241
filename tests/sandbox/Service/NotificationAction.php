<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use OCP\Notification\IAction;

/** What can be done about a notification. */
class NotificationAction implements IAction {
	public string $label = '';

	public string $parsedLabel = '';

	public bool $primary = false;

	public string $link = '';

	public string $type = '';

	public function setLabel(string $label): IAction {
		$this->label = $label;
		return $this;
	}

	public function setParsedLabel(string $label): IAction {
		$this->parsedLabel = $label;
		return $this;
	}

	public function setPrimary(bool $primary): IAction {
		$this->primary = $primary;
		return $this;
	}

	/** Telephones know no relative addresses. */
	public function setLink(string $link, string $requestType): IAction {
		if (preg_match('~^https?://~', $link) !== 1 || strlen($link) > 256) {
			throw new InvalidArgumentException("$link is no address for an action");
		}
		$this->link = $link;
		$this->type = $requestType;
		return $this;
	}
}
