<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Mail;

interface IMailer {
	public function createMessage(): IMessage;
	public function createEMailTemplate(string $emailId, array $data = []): IEMailTemplate;
	public function send(IMessage $message): array;
	public function validateMailAddress(string $email): bool;
}
