<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use DateTime;
use OCP\Notification\IAction;
use OCP\Notification\INotification;

/** One notification, with its words once an app has found them. */
class Notification implements INotification {
	/** @var array<string, string> what is stored and what it is found by */
	public array $row = [];

	public string $parsedSubject = '';

	public string $parsedMessage = '';

	public string $link = '';

	public string $icon = '';

	/** @var list<NotificationAction> */
	public array $actions = [];

	public function setApp(string $app): INotification {
		return $this->keep('app', $app);
	}

	public function getApp(): string {
		return $this->row['app'] ?? '';
	}

	public function setUser(string $user): INotification {
		return $this->keep('uid', $user);
	}

	public function getUser(): string {
		return $this->row['uid'] ?? '';
	}

	public function setDateTime(DateTime $dateTime): INotification {
		return $this->keep('time', (string)$dateTime->getTimestamp());
	}

	public function setObject(string $type, string $id): INotification {
		return $this->keep('object_type', $type)->keep('object_id', $id);
	}

	public function getObjectId(): string {
		return $this->row['object_id'] ?? '';
	}

	public function setSubject(string $subject, array $parameters = []): INotification {
		return $this->keep('subject', $subject);
	}

	public function getSubject(): string {
		return $this->row['subject'] ?? '';
	}

	public function setParsedSubject(string $subject): INotification {
		$this->parsedSubject = $subject;
		return $this;
	}

	public function getParsedSubject(): string {
		return $this->parsedSubject;
	}

	public function setParsedMessage(string $message): INotification {
		$this->parsedMessage = $message;
		return $this;
	}

	public function getParsedMessage(): string {
		return $this->parsedMessage;
	}

	public function setLink(string $link): INotification {
		$this->link = $link;
		return $this;
	}

	public function getLink(): string {
		return $this->link;
	}

	public function setIcon(string $icon): INotification {
		$this->icon = $icon;
		return $this;
	}

	public function createAction(): IAction {
		return new NotificationAction();
	}

	public function addParsedAction(IAction $action): INotification {
		assert($action instanceof NotificationAction);
		$this->actions[] = $action;
		return $this;
	}

	private function keep(string $column, string $value): self {
		$this->row[$column] = $value;
		return $this;
	}
}
