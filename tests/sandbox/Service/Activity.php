<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Activity\IEvent;

/** One activity, with its words once a provider has found them. */
class Activity implements IEvent {
	/** @var array<string, mixed> */
	public array $stored = [];

	/** @var array<string, string> */
	public array $parsed = [];

	public function setApp(string $app): IEvent {
		return $this->keep('app', $app);
	}

	public function setType(string $type): IEvent {
		return $this->keep('type', $type);
	}

	public function setAffectedUser(string $affectedUser): IEvent {
		return $this->keep('uid', $affectedUser);
	}

	public function setTimestamp(int $timestamp): IEvent {
		return $this->keep('time', $timestamp);
	}

	public function setSubject(string $subject, array $parameters = []): IEvent {
		return $this->keep('subject', $subject)->keep('parameters', $parameters);
	}

	public function setParsedSubject(string $subject): IEvent {
		$this->parsed['subject'] = $subject;
		return $this;
	}

	public function setObject(string $objectType, string|int $objectId, string $objectName = ''): IEvent {
		return $this->keep('object', "$objectType/$objectId");
	}

	public function setLink(string $link): IEvent {
		$this->parsed['link'] = $link;
		return $this;
	}

	public function setIcon(string $icon): IEvent {
		$this->parsed['icon'] = $icon;
		return $this;
	}

	public function getApp(): string {
		return $this->stored['app'];
	}

	public function getAffectedUser(): string {
		return $this->stored['uid'];
	}

	public function getSubject(): string {
		return $this->stored['subject'];
	}

	public function getSubjectParameters(): array {
		return $this->stored['parameters'];
	}

	private function keep(string $key, mixed $value): self {
		$this->stored[$key] = $value;
		return $this;
	}
}
