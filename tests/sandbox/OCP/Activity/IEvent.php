<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Activity;

interface IEvent {
	public function setApp(string $app): self;
	public function setType(string $type): self;
	public function setAffectedUser(string $affectedUser): self;
	public function setTimestamp(int $timestamp): self;
	public function setSubject(string $subject, array $parameters = []): self;
	public function setParsedSubject(string $subject): self;
	public function setObject(string $objectType, string|int $objectId, string $objectName = ''): self;
	public function setLink(string $link): self;
	public function setIcon(string $icon): self;
	public function getApp(): string;
	public function getAffectedUser(): string;
	public function getSubject(): string;
	public function getSubjectParameters(): array;
}
