<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Notification;

interface INotification {
	public function setApp(string $app): INotification;
	public function getApp(): string;
	public function setUser(string $user): INotification;
	public function getUser(): string;
	public function setDateTime(\DateTime $dateTime): INotification;
	public function setObject(string $type, string $id): INotification;
	public function getObjectId(): string;
	public function setSubject(string $subject, array $parameters = []): INotification;
	public function getSubject(): string;
	public function setParsedSubject(string $subject): INotification;
	public function getParsedSubject(): string;
	public function setParsedMessage(string $message): INotification;
	public function getParsedMessage(): string;
	public function setLink(string $link): INotification;
	public function getLink(): string;
	public function setIcon(string $icon): INotification;
	public function createAction(): IAction;
	public function addParsedAction(IAction $action): INotification;
}
