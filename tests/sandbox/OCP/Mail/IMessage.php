<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Mail;

interface IMessage {
	public function setSubject(string $subject): IMessage;
	public function setPlainBody(string $body): IMessage;
	public function setHtmlBody(string $body): IMessage;
	public function attachInline(string $body, string $name, ?string $contentType = null): IMessage;
	public function setReplyTo(array $addresses): IMessage;
	public function setTo(array $recipients): IMessage;
	public function useTemplate(IEMailTemplate $emailTemplate): IMessage;
	public function setAutoSubmitted(string $value): IMessage;
}
