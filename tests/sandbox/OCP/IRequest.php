<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IRequest {
	public function getHeader(string $name): string;
	public function getParam(string $key, $default = null);
	public function getParams(): array;
	public function getCookie(string $key);
	public function getMethod(): string;
	public function passesCSRFCheck(): bool;
	public function getId(): string;
	public function getRemoteAddress(): string;
	public function getRequestUri(): string;
	public function getPathInfo();
	public function getFormat(): ?string;
}
